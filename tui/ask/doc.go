// Package ask is what asks the person something, whatever the screen.
//
//   - Editor is a form in a dialog that saves a record: a refusal goes to its
//     field, one that wants a reason asks for it, and a draft keeps what was
//     typed. FieldOf makes its fields from the record's field table.
//   - Lens is how a list is looked at: filter, order, columns, saved filters.
//   - Items is a whole section of a tab that follows from the view of its list.
//   - CustomerDialog asks which customer, FileDialog where a file goes.
package ask
