// Package model is what the business is: its records and its rules, as plain
// values and pure functions. It does no I/O and, outside package label, holds
// no words. Everything else stands on it: store keeps the records, tui shows
// them; the two never import each other.
//
// # How it is laid out
//
//   - A record is a struct in a file of its name (customer.go, order.go,
//     receivable.go), with Meta for its id and instants, and a table of fields
//     beside it (CustomerFields, OrderFields): code, kind, how it is read and
//     checked, and what it is to forms, files and filters. field.go has the
//     kinds. kinds.go lists all kinds of record: the log, merging, the file of all
//     records and its import read that list.
//   - What a row of a list shows, stored or worked out, is a View (view.go):
//     ProductView in product.go and its like. Lists, filters, orders, sums,
//     JSON and files of every surface follow from it; view_json.go writes it.
//   - A rule is a function in a file of its subject: grade.go, cadence.go,
//     aging.go, terms.go, chasing.go, score.go, today.go; what is paid, pending
//     or overdue is Receivable.Standing in receivable.go. It takes the day as
//     an argument and asks no clock; clock.go is the only place that does.
//   - Dates are civil dates (date*.go), with lunar days, festivals, working
//     days and rest days in lunar.go, festival.go and workday.go. Money is whole
//     minor units with a currency (money.go, currency.go).
//   - What a file proposes, before anyone has looked at it, is in importing.go
//     and the other import*.go: a draft of each record, what was inferred, and
//     the row it came from.
//   - Errors are in errors.go. A refusal carries a code and the field; its
//     sentence is in label.
//   - label has every word: names of records, fields and values in both
//     languages, reasons, refusals. sample makes up the demo's data.
//
// # The rules
//
// Comments cite them by number.
//
// 1 Records. Each has an id, the instants it was made and changed (the only
// ones in UTC), and may have a remark. Dates are calendar dates and don't move
// with the zone. Amounts are integers of minor units with an ISO 4217 code.
// Today is the local date or the day given as --as-of, everywhere; what is
// shown as of a day counts what had happened by its end, and nothing later.
//
// 1.1 A customer is a person or a company, with the card that the paper form
// has: need, expected day and amount, class, stage, grade, source, referrer,
// usual terms, limit, tags, and when to be in touch next; whether that day was
// agreed or worked out is kept. Phones are kept as typed and matched by their
// digits. To a customer belong contacts, purchase projects, dates that matter,
// preparations of visits, own prices and the company's particulars. A phone
// beside a contact's name is the contact's. Archived is hidden, never lost.
//
// 1.2 A journal entry is one contact, or one thing that the customer raised:
// when, how, what the situation was, what the trouble, what the answer. One
// that reached nobody is an attempt and no contact. Inquiries, complaints,
// feedback and after-sales are cases: open until they are closed.
//
// 1.3 A product has its code, name, colour, spec, unit, list and floor price.
//
// 1.4 An order goes from quote over reserved and confirmed to delivered and
// closed, or is cancelled. Its nodes (confirmation, price review, materials,
// production, shipping, receipt, reconciliation, invoice) each have a planned
// day, the day it was done and a note. A change (exchange, return, transfer,
// new date, discount, cancellation) has a reason and a day, writes nothing
// over, and acts on its own day: what was said of earlier days stays.
//
// 1.5 A receivable is what is owed: of an order or a project, of a kind, with
// invoice, due day, amount; it may be disputed or written off, with why. A
// payment settles receivables; what it settles none of is the customer's
// advance. Steps of chasing carry promises. Credits and refunds are movements
// with a reason. A draft is not money until it matures.
//
// 1.6 An OEM project follows a template: stages with items, each with who owes
// it, planned and done days, its state and how far it is. It has orders, and
// through them receivables.
//
// 1.8 A target is for a month or a quarter: customers, contacts, visits, what is
// signed or collected. It belongs to nobody.
//
// 1.9 The change log has every change of every record: when, which fields,
// before and after, and why where that was asked. Undo reads it. An export of
// customers' data is in it too.
//
// 1.10 Settings: every one has a default, and is kept in the file.
//
// 1.12 A campaign has its days and its cost, as planned until it is known, spread
// evenly over its days. Its leads are the customers who came by it and whose
// cards were filled in on its first day or later; what they signed and paid is
// counted whenever it was. It is too young to be judged for 90 days.
//
// 1.13 An import is a batch with its file and rows, and is undone whole.
//
// 1.14 A text to send speaks to a person as people do: a title in the name is
// how they are addressed, and notes in brackets are left out.
//
// 2.1 The grade A to E is suggested from the need and the months to the
// expected day: clear and within one is A, three B, six C, beyond D; without a
// day C; potential D; none or lost E; unknown suggests nothing. The person's
// grade stands; one against the suggestion asks for a reason. The class
// follows from the same, and a form with only a class gives the need back.
//
// 2.2 The grade says how often: A each day, B 7, C 15, D 30, none for E;
// ungraded 7. Only a contact that reached the customer starts it anew, from
// the latest one, moved forward to a working day. A day that was agreed never
// moves; one that was worked out does when settings change. Coverage is the
// share of due days that were kept. Beside a date of a year whose holidays are
// not known stands that they aren't.
//
// 2.3 Four axes: the deal's stage; importance by hand, or by amounts over a
// threshold; urgency by the days to the expected day (7, 30, 90); need.
//
// 2.4 The status of what is owed is paid, overdue, partial, pending or unpaid,
// by balance and due day; aging goes by days past due in buckets, per currency,
// and never adds up two. Sums add up on their face: total = paid + credited +
// written off + open. Days late of a paid one end with the payment.
//
// 2.5 Terms are read as people write them and give instalments tied to events
// of the order; shares make 100, and the parts add up to the cent.
//
// 2.6 Chasing goes up a ladder of days from the due day. One is on Today when
// a step is reached and not logged, or a promise has passed unpaid. The
// payment score is how late this customer pays, by value, over two years, with
// what is overdue now counted too; it says why, and what would change it.
//
// 2.7 The template of OEM work has thirteen stages; a stage is done when all
// its items are done or don't apply, and the current one is the first that
// isn't. A pilot run that failed opens development again. The last five fill
// themselves from the project's orders and money.
//
// 2.9 Alerts are what nobody would otherwise look at: silence, orders that
// stopped, promises broken twice, goods past their day, thin cards.
//
// 2.10 Today's queue has one row a thing that is due, in one total order: by
// kind, then days late, then amount, then age. Its day is when it entered the
// queue; what is to come is ahead and never late. Every row can be closed by
// its act or a tick, or put off; that is one record, handled, and changes no
// next date.
//
// 2.11 A report is a page of figures of a period, beside the one before; each
// that was counted from a list equals it, and opens it. A summary says what was
// done, what came of it, what stood in the way and what comes next. A funnel
// goes by the dates of the journal, and of the change log where the journal has
// none; stuck is longer than twice one's own median. A forecast weighs what is
// expected by the share won among one's own closed customers of like grade,
// source and need, and says nothing of fewer than twenty. DSO is what is open
// over what was billed times the days, CEI what was collected of what could
// have been.
//
// 3 Screens: tabs by digits; what a letter key does, arrows, enter, digits,
// control and function keys do too, for an input method swallows letters.
// Nothing blocks, every act can be undone, and text is never a command.
//
// 4 Files and commands: what the screen does, the command line does. An import
// takes all or nothing unless it is told to keep the good rows; every row of a
// sheet is taken, refused or skipped, and said; nothing of an amount is
// dropped; what was inferred is marked; what genjin writes it reads again with
// the same books, whatever the order of the files. An entry is the same when
// customer, time and situation are; a company is one customer however many
// rows it has; a person is the same when name and a phone agree. A date
// without a year takes the one nearest to the row's other dates, and a sheet's
// rows agree. A customer who is there already is left, updated or made anew,
// as asked.
package model
