package model

import "time"

// Act is what a person did, for the change log (rule 1.9) and for the line
// that says what undo would take back.
type Act string

// The acts. Their words are in model/label.
const (
	ActAdd      Act = "add_customer"
	ActEdit     Act = "edit_customer"
	ActArchive  Act = "archive"
	ActRestore  Act = "unarchive"
	ActLog      Act = "log_entry"
	ActEntry    Act = "edit_entry"
	ActRemove   Act = "remove_entry"
	ActClose    Act = "close_case"
	ActGrade    Act = "set_grade"
	ActSnooze   Act = "snooze"
	ActTick     Act = "tick"
	ActConfirm  Act = "confirm_inferred"
	ActImport   Act = "import"
	ActCatchUp  Act = "catch_up" // entries dated ahead count since today
	ActSettings Act = "settings"
	ActExport   Act = "export"
	ActErase    Act = "forget"
	ActPutBack  Act = "put_back" // a backup
	ActRepair   Act = "repair"   // what is worked out was worked out anew
	ActDemo     Act = "demo"
	ActItem     Act = "save_item"
	ActDrop     Act = "remove_item"
	ActMerge    Act = "merge"
	ActTag      Act = "tag"
	ActAssign   Act = "assign"

	ActReceivable     Act = "add_receivable"
	ActEditReceivable Act = "edit_receivable"
	ActDropReceivable Act = "remove_receivable"
	ActPay            Act = "pay"
	ActMatch          Act = "match"
	ActEditPayment    Act = "edit_payment"
	ActDropPayment    Act = "remove_payment"
	ActReverse        Act = "reverse"
	ActAllocate       Act = "allocate"
	ActCredit         Act = "credit"
	ActWriteOff       Act = "write_off"
	ActDispute        Act = "dispute"
	ActChase          Act = "chase"
	ActReconcile      Act = "reconcile"
	ActRefund         Act = "refund"

	ActProduct      Act = "save_product"
	ActDropProduct  Act = "remove_product"
	ActOrder        Act = "add_order"
	ActEditOrder    Act = "edit_order"
	ActLines        Act = "edit_lines"
	ActDropOrder    Act = "remove_order"
	ActReserve      Act = "reserve"
	ActNode         Act = "node_done"
	ActNodeBack     Act = "node_back"
	ActPlanNode     Act = "plan_node"
	ActApprovePrice Act = "approve_price"
	ActExchange     Act = "exchange"
	ActReturn       Act = "return"
	ActTransfer     Act = "transfer"
	ActReschedule   Act = "reschedule"
	ActDiscount     Act = "discount"
	ActCancel       Act = "cancel_order"

	ActSegment Act = "save_segment"
	ActForget  Act = "remove_segment"

	ActProject       Act = "add_project"
	ActEditProject   Act = "edit_project"
	ActDropProject   Act = "remove_project"
	ActHoldProject   Act = "hold_project"
	ActCancelProject Act = "cancel_project"
	ActResumeProject Act = "resume_project"
	ActStep          Act = "tick_step"
	ActProgress      Act = "set_progress"
	ActBlock         Act = "block_step"
	ActUnblock       Act = "unblock_step"
	ActDecide        Act = "decide"
	ActEditStep      Act = "edit_step"
	ActDropStep      Act = "remove_step"
	ActFill          Act = "fill_steps"
	ActTemplate      Act = "save_template"
	ActNoTemplate    Act = "remove_template"
)

// ChangeSet is one act in the change log.
type ChangeSet struct {
	ID      int64
	At      string // UTC instant
	Act     Act
	Reason  string
	State   string // done, undone, dropped, note
	Records int    // how many records it changed
	Record  string // the kind of the first of them
	Name    string // the customer concerned, when it is one
}

// Change is one changed field of a record, as the log shows it.
type Change struct {
	Set        int64
	At         string // UTC instant
	Act        Act
	Reason     string
	State      string
	Record     string // customer, journal, …
	RecordID   int64
	CustomerID int64
	Customer   string
	Op         string // insert, update, delete
	Field      string
	Before     string
	After      string
	BeforeName string // of a reference: what it is called now; "" where it is gone
	AfterName  string
}

// Reverted is what an undo or redo did.
type Reverted struct {
	Set  ChangeSet
	Kept int // records left as they are because they were changed since
}

// Nothing reports that every record of the act was changed since: all of it
// stands as it is.
func (r Reverted) Nothing() bool { return r.Kept > 0 && r.Kept >= r.Set.Records }

// LocalTime is an instant of a record or of the log on the person's clock.
func LocalTime(at string) time.Time {
	t, err := time.Parse(time.RFC3339Nano, at)
	if err != nil {
		return time.Time{}
	}
	return t.Local()
}
