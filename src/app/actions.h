#pragma once

/* The commands of the program, by their full names. Pages, menus and empty states call them with
 * gtk_widget_activate_action() or by action-name; whether one is enabled is decided in window-actions.c alone.
 *
 * table is a table name of the catalogue ("agreement"), id a TenureId.
 *
 *   action                parameter        effect
 *   app.new                                a window with a new, empty portfolio
 *   app.open                               asks for a file and opens it
 *   app.open-sample                        opens a copy of the sample portfolio
 *   app.open-recent       s  uri           opens that file
 *   app.color-scheme      s  (state)       "follow", "light", "dark"
 *   app.preferences                        the word for the sector, the name in the history, the financial year
 *   app.help, app.about, app.quit
 *
 *   win.save, win.save-as, win.close
 *   win.export-calendar                    the days to keep of what is shown, as an iCalendar file
 *   win.undo, win.redo
 *   win.restore           x  history seq   undoes or redoes until that step is the newest that stands; 0: before all
 *   win.view-past         x  history seq   a window with the portfolio as it was after that step, for looking
 *   win.view-past-day     s  YYYY-MM-DD    the same at the end of that day
 *   win.show-history      (sx) table, id   the history of that record and what belongs to it
 *   win.import                             asks for a file, then the import assistant
 *   win.import-file       s  uri           the import assistant for that file
 *   win.add-record        s  table         an empty form
 *   win.add-child         (sx) table, id   an empty form of type table under the record id: a seat of a board, a payment
 *   win.edit-record       (sx) table, id   the record's form; of a child that has none of its own, its parent's
 *   win.edit-field        (sxs) table, id, field  the same, with the keyboard in that field
 *   win.edit-child-field  (sxsus) table, id, child's table, which of them from 0, field  the same in a child of the record
 *   win.duplicate-record  (sx) table, id   a form filled like that record
 *   win.delete-record     (sx) table, id   deletes it, with its children, and offers to undo
 *   win.delete-records    (sax) table, ids deletes them all in one step, and offers to undo
 *   win.renew, win.take-up-option, win.end-early  x  id   what comes next for an agreement: a form or a dialog, filled in
 *   win.add-sub-contract  x  id            a form for an agreement under that one, filled in from it
 *   win.list-records      s  table         a window with all portfolios, usual terms, price indexes, exemptions or
 *                                          scenarios
 *   win.open-scenario     x  id            what that scenario would come to
 *   win.propose-extensions                 looks for the cheapest extensions that reach a goal
 *   win.exempt            (sx) rule, id    a form that leaves the record out of the rule “T1”; id 0: a rule over everything
 *   win.end-exemption     x  id            lets the rule apply again from the as-of day on, and offers to undo
 *   win.snooze            (sxs) rule, id, level  a form that keeps the flag, of level "amber" or "none", off the list until a day
 *   win.wake              x  id            ends that snooze on the as-of day, and offers to undo
 *   win.continue-form                      shows the last form that was left without saving again
 *   win.continue-scenario                  the same of a list of changes that were tried
 *   win.save-as-portfolio                  a form for a portfolio whose rule is the filter; saved, the window shows it
 *   win.show-record       (sx) table, id   goes to the record's page, selects it and shows it in the inspector; an
 *                                          organisation has a page of its own and is opened there;
 *                                          the page that knows "page.reveal-record" (sx) gives it the keyboard
 *   win.open-link         s  uri           opens that address with what the desktop has for it, or says why not
 *   win.show-page         s  (state)       the name of a page (page.h)
 *   win.show-sidebar         (state)       b
 *   win.show-inspector       (state)       b
 *   win.search               (state)       b: the search bar
 *   win.find                               the keyboard goes into the search, which is opened for it
 *   win.inspect                            the keyboard goes into the inspector, which is opened for it; from there, back
 *   win.next-pane                          the keyboard goes round: sidebar, page, inspector
 *   win.as-of             s  YYYY-MM-DD    looks as of that day
 *   win.as-of-today                        back to today
 *   win.clear-filter                       shows everything again
 */
