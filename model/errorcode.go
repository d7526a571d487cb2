package model

import (
	"context"
	"errors"
	"io/fs"
)

// ErrorCode is what went wrong as scripts know it: a refusal's code, one of those
// here, else "failed".
func ErrorCode(err error) string {
	var fe *FieldError
	if errors.As(err, &fe) {
		return fe.Code
	}
	for _, c := range errorCodes {
		if errors.Is(err, c.err) {
			return c.code
		}
	}
	return "failed"
}

// errorCodes are the more exact first: one error may be several.
var errorCodes = []struct {
	err  error
	code string
}{
	{ErrUnshown, "unshown"}, {context.Canceled, "interrupted"},
	{ErrNotFound, "not_found"}, {ErrAmbiguous, "ambiguous"}, {ErrStale, "stale"}, {ErrNothingToUndo, "nothing_to_undo"},
	{ErrNothingToRedo, "nothing_to_redo"}, {ErrDoneElsewhere, "done_elsewhere"}, {ErrUndoneAlready, "undone_already"},
	{ErrChangedSince, "changed_since"}, {ErrNoSuchChange, "no_such_change"},
	{ErrInUse, "in_use"}, {ErrLetGo, "let_go"}, {ErrNotBackup, "not_backup"}, {ErrBackupCut, "backup_cut"},
	{ErrBackupDamaged, "backup_damaged"}, {ErrBackupNewer, "backup_newer"}, {ErrNoBackup, "no_backup"},
	{ErrSealed, "sealed"}, {ErrPassphrase, "passphrase"}, {ErrSealBroken, "seal_broken"}, {ErrSealedForKey, "sealed_for_key"},
	{ErrNewer, "newer"}, {ErrOtherLine, "other_line"}, {ErrHardLink, "hard_link"}, {ErrMoved, "moved"}, {ErrOwnFile, "own_file"},
	{ErrDamaged, "damaged"},
	{ErrLogLost, "log_lost"}, {ErrDiskFull, "disk_full"}, {ErrDisk, "disk"}, {ErrCantOpen, "cant_open"}, {ErrNotDatabase, "not_database"},
	{ErrReadOnly, "read_only"}, {ErrLocked, "locked"}, {ErrCrashed, "crashed"}, {ErrHasCustomers, "has_customers"},
	{ErrSameCustomer, "same_customer"}, {ErrSumTooLarge, "sum_too_large"},
	{ErrRefusedRows, "refused_rows"}, {ErrFileUnreadable, "file_unreadable"}, {ErrFileOldExcel, "file_old_excel"},
	{ErrFileEncrypted, "file_encrypted"}, {ErrFileFormat, "file_format"}, {ErrFileEmpty, "file_empty"}, {ErrFileTooWide, "file_too_wide"},
	{ErrFileTooLarge, "file_too_large"}, {ErrNoCustomers, "no_customers"}, {ErrNoHeader, "no_header"}, {ErrFileNewer, "file_newer"},
	{ErrNoBank, "no_bank"},
	{ErrCardCut, "card_cut"}, {ErrTextTooLong, "text_too_long"}, {ErrNoOrders, "no_orders"}, {ErrNoProducts, "no_products"},
	{fs.ErrNotExist, "no_file"}, {fs.ErrPermission, "no_permission"}, {fs.ErrExist, "file_exists"},
}
