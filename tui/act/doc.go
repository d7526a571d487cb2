// Package act is what one does to a record, once for every screen that shows it:
// Today, the customer's card and the tabs open the same dialogs.
//
//   - Till: what customers owe and pay. A chasing step, a payment with what it
//     settles, a receivable and all that may happen to it, the statement.
//   - Clerk: orders. The form with its lines, the steps from the quote to the
//     invoice, the price review, the changes with their reasons.
//   - Acts: projects of staged work and their items, and the bar of stages.
//   - CopyDialog: a text for another program, shown first, to be changed.
package act
