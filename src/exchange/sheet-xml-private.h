#pragma once

#include <libxml/xmlreader.h>

#include "exchange/zip-part-private.h"

G_BEGIN_DECLS

/* The XML of one part of a workbook, node by node. No network, no files, no entities: a document type declaration,
 * which no spreadsheet program writes, is refused before anything that it declares could be used. */
typedef struct _TenureXml TenureXml;

/* NULL with the errors of tenure_zip_part_open(). */
TenureXml *tenure_xml_open (TenureTable *table, const char *path, GError **error);
void tenure_xml_free (TenureXml *xml);

/* Goes to the next node. FALSE at the end without an error, and with TENURE_ERROR_UNREADABLE when the part is no
 * sound XML. */
gboolean tenure_xml_step (TenureXml *xml, GError **error);

/* About the present node. Names are compared without their prefix. An empty element opens and does not close. */
gboolean tenure_xml_opens (const TenureXml *xml, const char *name);
gboolean tenure_xml_closes (const TenureXml *xml, const char *name);
gboolean tenure_xml_is_empty (const TenureXml *xml);

/* The text of a text node (white space alone included), lent until the next step; NULL for other nodes. */
const char *tenure_xml_text (const TenureXml *xml);

/* The value of an attribute of the present element, without its prefix, lent until the next step; NULL if missing. */
const char *tenure_xml_attribute (const TenureXml *xml, const char *name);

/* The same as a number; @fallback when missing, not a number or out of [0, @max]. */
guint tenure_xml_number (const TenureXml *xml, const char *name, guint fallback, guint max);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureXml, tenure_xml_free)

G_END_DECLS
