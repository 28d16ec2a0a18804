#include "config.h"
#include "exchange/sheet-xml-private.h"

#include "base/i18n.h"
#include <string.h>

#include "base/error.h"

struct _TenureXml
{
  TenureTable *table;
  TenureZipPart *part;
  xmlTextReaderPtr reader;
  xmlNodePtr node; /* the present one */
  int type;
  GError *error; /* from reading the part */
};

static int
read_cb (void *data, char *buffer, int size)
{
  TenureXml *xml = data;

  if (xml->error != NULL)
    return -1;
  return (int) tenure_zip_part_read (xml->part, buffer, (gsize) size, &xml->error);
}

/* libxml2 2.12 made constant what its handlers are given. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *XmlMessage;
#else
typedef xmlErrorPtr XmlMessage;
#endif

static void
ignore_message_cb (void *data, XmlMessage message)
{
  /* The step that follows fails and says so in our own words; libxml2 would print to the terminal. */
}

TenureXml *
tenure_xml_open (TenureTable *table, const char *path, GError **error)
{
  g_autoptr (TenureXml) xml = g_new0 (TenureXml, 1);

  xml->table = table;
  xml->part = tenure_zip_part_open (table, path, error);
  if (xml->part == NULL)
    return NULL;
  /* Without XML_PARSE_HUGE and XML_PARSE_NOENT: libxml2's own limits on depth and text hold, and no entity is
   * put in the place of its name. */
  xml->reader = xmlReaderForIO (read_cb, NULL, xml, NULL, NULL, XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_NOCDATA);
  if (xml->reader == NULL)
    {
      tenure_table_refuse (table, 0, 0, _ ("The spreadsheet is damaged: a part of it is empty."), error);
      return NULL;
    }
  xmlTextReaderSetStructuredErrorHandler (xml->reader, ignore_message_cb, NULL);
  return g_steal_pointer (&xml);
}

void
tenure_xml_free (TenureXml *xml)
{
  if (xml == NULL)
    return;
  g_clear_pointer (&xml->reader, xmlFreeTextReader);
  g_clear_pointer (&xml->part, tenure_zip_part_free);
  g_clear_error (&xml->error);
  g_free (xml);
}

gboolean
tenure_xml_step (TenureXml *xml, GError **error)
{
  int status = xmlTextReaderRead (xml->reader);

  if (xml->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&xml->error));
      return FALSE;
    }
  if (status < 0)
    return tenure_table_refuse (xml->table, 0, 0, _ ("The spreadsheet is damaged: its contents are no sound XML."), error);
  if (status == 0)
    return FALSE;
  xml->node = xmlTextReaderCurrentNode (xml->reader);
  xml->type = xmlTextReaderNodeType (xml->reader);
  if (xml->type == XML_READER_TYPE_DOCUMENT_TYPE || xml->type == XML_READER_TYPE_ENTITY_REFERENCE)
    return tenure_table_refuse (xml->table, 0, 0,
                                _ ("The spreadsheet declares XML entities, which no spreadsheet program does, so it is "
                                   "not read."),
                                error);
  return TRUE;
}

gboolean
tenure_xml_opens (const TenureXml *xml, const char *name)
{
  return xml->type == XML_READER_TYPE_ELEMENT && strcmp ((const char *) xml->node->name, name) == 0;
}

gboolean
tenure_xml_closes (const TenureXml *xml, const char *name)
{
  return xml->type == XML_READER_TYPE_END_ELEMENT && strcmp ((const char *) xml->node->name, name) == 0;
}

gboolean
tenure_xml_is_empty (const TenureXml *xml)
{
  return xmlTextReaderIsEmptyElement (xml->reader) == 1;
}

const char *
tenure_xml_text (const TenureXml *xml)
{
  if (xml->type != XML_READER_TYPE_TEXT && xml->type != XML_READER_TYPE_CDATA
      && xml->type != XML_READER_TYPE_SIGNIFICANT_WHITESPACE && xml->type != XML_READER_TYPE_WHITESPACE)
    return NULL;
  return xml->node->content != NULL ? (const char *) xml->node->content : "";
}

const char *
tenure_xml_attribute (const TenureXml *xml, const char *name)
{
  /* Straight from the node: xmlTextReaderGetAttribute() copies, twice for each cell of a sheet. */
  for (const xmlAttr *a = xml->type == XML_READER_TYPE_ELEMENT ? xml->node->properties : NULL; a != NULL; a = a->next)
    if (strcmp ((const char *) a->name, name) == 0)
      return a->children != NULL && a->children->content != NULL ? (const char *) a->children->content : "";
  return NULL;
}

guint
tenure_xml_number (const TenureXml *xml, const char *name, guint fallback, guint max)
{
  const char *text = tenure_xml_attribute (xml, name);
  guint64 value;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, max, &value, NULL) ? (guint) value : fallback;
}
