#include "exchange/several-names-private.h"

static void
test_find (void)
{
  static const struct
  {
    const char *cell;
    const char *names; /* between bars; NULL: one name */
  } cases[] = {
    { "Age UK North; Mind; Carers Trust", "Age UK North|Mind|Carers Trust" },
    { "Age UK North\nMind\r\nCarers Trust\n", "Age UK North|Mind|Carers Trust" },
    { "Mind / Carers Trust", "Mind|Carers Trust" },
    { "Mind | Carers Trust", "Mind|Carers Trust" },
    { "1) Age UK North 2) Mind", "Age UK North|Mind" },
    { "1. Age UK North, 2. Mind, 3. Carers Trust", "Age UK North|Mind|Carers Trust" },
    { "(1) Age UK North; (2) Mind", "Age UK North|Mind" },
    { "• Age UK North • Mind", "Age UK North|Mind" },
    { "Lark Ltd, Wren Limited and Finch CIC", "Lark Ltd|Wren Limited|Finch CIC" },
    { "Lark (Services) Ltd & Wren C.I.O. Ltd.", "Lark (Services) Ltd|Wren C.I.O. Ltd." },
    { "Wren UK,; Lark Ltd", "Wren UK|Lark Ltd" },
    { "1st Kirkton Scouts; 42nd Street", "1st Kirkton Scouts|42nd Street" },
    { "Wren, 1 High Street, LS1 4AB; Lark, 2 Low Road, LS2 5BC", "Wren, 1 High Street, LS1 4AB|Lark, 2 Low Road, LS2 5BC" },
    { "Age UK; Mind; AGE UK", "Age UK|Mind" },

    { "Smith, Jones and Partners Ltd", NULL },
    { "Citizens Advice Eskerton & Thrushby", NULL },
    { "Voice, Choice and Change", NULL },
    { "Lark Ltd, part of Wren plc", NULL },
    { "Dell (U.K.) Co., Ltd.", NULL },
    { "Lark Ltd; Lark Limited", NULL },
    { "Smith &amp; Sons", NULL },
    { "Children&#39;s Society", NULL },
    { "Lark Ltd; trading as Songbird", NULL },
    { "Lark Ltd; registered charity 1234567", NULL },
    { "The Society for\nthe Prevention of Harm", NULL },
    { "Lark CIC\n12 High Street\nEskerton\nLS1 4AB", NULL },
    { "Mind/Carers Trust", NULL },
    { "24/7 Care", NULL },
    { "Studio 21. Version 2.0", NULL },
    { "Lark CIC;", NULL },
    { "1) Lark CIC", NULL },
    { "Caf\xe9; Lark", NULL }, /* not text */
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) names = tenure_several_names_find (cases[i].cell);
      g_autofree char *joined = names != NULL ? g_strjoinv ("|", names) : NULL;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (joined, ==, cases[i].names);
    }
}

static void
test_label (void)
{
  static const struct
  {
    const char *names, *label;
  } cases[] = {
    { "A|B", "“A”, “B”" },
    { "A|B|C|D|E", "“A”, “B”, “C”, “D”, “E”" },
    { "A|B|C|D|E|F", "“A”, “B”, “C”, “D” and 2 others" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) names = g_strsplit (cases[i].names, "|", -1);
      g_autofree char *label = tenure_several_names_dup_label (names);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/several-names/find", test_find);
  g_test_add_func ("/several-names/label", test_label);
  return g_test_run ();
}
