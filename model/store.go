package model

import (
	"context"
	"io"
	"time"
)

// Store is all that the screens and the commands ask of what is kept, by area: a
// screen takes the area that it works in. One file, so that what the floors owe
// each other is read in one place.
type Store interface {
	Customers
	Journal
	Orders
	Debts
	Projects
	File
}

// Desk is what every screen and command asks of the store: the day, the settings,
// who a customer is, what was half typed, how lists look, a file of what is shown.
type Desk interface {
	Today() Date
	// Speak says the language of what is noted in words by itself, by its code.
	Speak(lang string)
	Now() time.Time
	Settings(ctx context.Context) (Settings, error)
	ChangeSettings(ctx context.Context, values map[string]string) (Settings, error)
	Customer(ctx context.Context, id int64) (Customer, error)
	Resolve(ctx context.Context, text string) (Customer, error)
	CustomerIDs(ctx context.Context, q Query) ([]int64, error)
	CustomersByID(ctx context.Context, ids []int64) ([]Customer, error)
	Export(ctx context.Context, path string, e Export) (int, error)
	ExportKept(ctx context.Context, path string, r KeptReport, lang string) error

	// What was half typed into forms, so that a closed terminal loses nothing.
	Draft(ctx context.Context, form string) (map[string]string, error)
	KeepDraft(ctx context.Context, form string, fields map[string]string) error

	// How the lists look: saved filters, the columns that were chosen, and the
	// values that there are to filter by.
	Segments(ctx context.Context, list string) ([]Segment, error)
	Segment(ctx context.Context, list, name string) (Segment, error)
	SaveSegment(ctx context.Context, g Segment) (Segment, error)
	RemoveSegment(ctx context.Context, id int64) error
	ListColumns(ctx context.Context, list string) ([]string, error)
	KeepListColumns(ctx context.Context, list string, columns []string) error
	FieldValues(ctx context.Context, record, code string) ([]string, error)
}

// Customers are the cards with what hangs on them, and their merging.
type Customers interface {
	Desk

	CountCustomers(ctx context.Context) (int, error)
	CustomerList() Lister[CustomerOf]
	WarmSearch(ctx context.Context) error
	Changes(ctx context.Context, customer int64, limit int) ([]Change, error)

	AddCustomer(ctx context.Context, c Customer) (Customer, error)
	SaveCustomer(ctx context.Context, c Customer, reason string) (Customer, error)
	ConfirmInferred(ctx context.Context, id int64) error
	Archive(ctx context.Context, ids []int64, archived bool) error
	SetGrade(ctx context.Context, customer int64, g Grade, reason string) error
	SetGrades(ctx context.Context, ids []int64, g Grade, reason string) error
	TagCustomers(ctx context.Context, ids []int64, add, remove []string) error
	AssignCustomers(ctx context.Context, ids []int64, field, value string) error

	MarketList() Lister[MarketNoteOf]
	CampaignList() Lister[CampaignOf]
	Campaigns(ctx context.Context) ([]Campaign, error)
	ItemList(record string) Lister[ItemOf]
	CustomersByPhone(ctx context.Context, phones List) ([]Customer, error)
	Namesakes(ctx context.Context, c Customer) ([]Customer, error)
	SameAs(ctx context.Context, c Customer) ([]Customer, error)
	Duplicates(ctx context.Context) ([][]int64, error)
	Merging(ctx context.Context, kept, other int64) (Merging, error)
	Merge(ctx context.Context, m Merging, take map[string]Side) (Customer, error)

	BroughtBy(ctx context.Context, customer int64, limit int) ([]Customer, error)
	Greetable(ctx context.Context, limit int) ([]Customer, error)
	ExportForm(ctx context.Context, path string, ids []int64) error

	// The records that hang on a customer's card.
	Items(ctx context.Context, record string, customer int64) ([]Item, error)
	Item(ctx context.Context, record string, id int64) (Item, error)
	SaveItem(ctx context.Context, it Item) (Item, error)
	SaveItems(ctx context.Context, list []Item) error
	RemoveItem(ctx context.Context, record string, id int64) error
	ListDocuments(ctx context.Context, customer, template int64, named func(zh, en string) string) (added int, err error)
	FillStep(ctx context.Context, it Item, step int64) (kept Item, ticked bool, err error)
}

// Journal is the day, and what was said and done.
type Journal interface {
	Desk

	Day(ctx context.Context, ahead int) (Day, error)
	LastWords(ctx context.Context, customers []int64) (map[int64]LastWords, error)
	Handle(ctx context.Context, r Row, until Date, reason string) error

	Journal(ctx context.Context, limit int) ([]Case, error)
	Entries(ctx context.Context, customer int64, limit int) ([]Entry, error)

	Log(ctx context.Context, e Entry, p Plan) (Entry, Customer, error)
	SaveEntry(ctx context.Context, e Entry) (Entry, error)
	RemoveEntry(ctx context.Context, id int64) error
	CloseCase(ctx context.Context, id int64, solution string, fault Fault) error

	Tracked(ctx context.Context, ids []int64, p Span) ([]Tracked, error)
	TrackedIDs(ctx context.Context, g Grade, p Span) ([]int64, error)
	Coverage(ctx context.Context, p Span) (map[Grade]Coverage, error)
}

// Orders are the orders with their lines, nodes and changes, and the products.
type Orders interface {
	Desk

	SaveItem(ctx context.Context, it Item) (Item, error)
	Order(ctx context.Context, id int64) (Order, error)
	OrderOf(ctx context.Context, id int64) (OrderDetail, error)
	OrderByNo(ctx context.Context, number string) (Order, error)
	OrderList() Lister[OrderOf]
	OrdersByID(ctx context.Context, ids []int64) ([]OrderOf, error)
	CustomerProjects(ctx context.Context, customer int64) ([]Project, error)
	NextOrderNo(ctx context.Context, day Date) (string, error)
	UsedInvoice(ctx context.Context, number string, receivable, order int64) (*NumberUse, error)

	AddOrder(ctx context.Context, o Order, lines []OrderLine, steps ...NodeStep) (Order, error)
	SaveOrder(ctx context.Context, o Order) (Order, error)
	SaveOrderLines(ctx context.Context, o Order, lines []OrderLine) (Order, error)
	ChangeOrder(ctx context.Context, q ChangeRequest) (Order, error)
	ApprovePrice(ctx context.Context, id int64, who, why string) (Order, error)
	ReserveOrder(ctx context.Context, id int64, until Date) (Order, error)
	RemoveOrder(ctx context.Context, id int64) error
	StepNode(ctx context.Context, order int64, st NodeStep) (Order, error)
	HeldBack(ctx context.Context, order int64) (Held, error)
	UnstepNode(ctx context.Context, order int64, node Node) (Order, error)
	PlanNode(ctx context.Context, order int64, node Node, planned Date, note string) (Order, error)

	Report(ctx context.Context, kind string, p Period, span Span) (Page, error)
	KeptReport(ctx context.Context, kind, period string) (KeptReport, error)
	KeepReport(ctx context.Context, r KeptReport) (KeptReport, error)
	ReportTemplate(ctx context.Context, kind string) (string, error)
	FillReport(ctx context.Context, path string, f ReportFilling, lang string) error
	CarryTargets(ctx context.Context, p Period, span Span) (int, error)
	ExportReport(ctx context.Context, path, kind string, page Page, lang string) error
	OnTime(ctx context.Context, from, to Date, customer int64) (OnTime, []OnTime, error)

	ProductList() Lister[Product]
	ContactList() Lister[ContactOf]
	JournalList() Lister[Case]
	ProjectList() Lister[ProjectRow]
	Product(ctx context.Context, id int64) (Product, error)
	ProductByCode(ctx context.Context, code string) (Product, error)
	SuggestLine(ctx context.Context, customer int64, code, currency string) (OrderLine, error)
	AddProduct(ctx context.Context, p Product) (Product, error)
	SaveProduct(ctx context.Context, p Product) (Product, error)
	RemoveProduct(ctx context.Context, id int64) error
}

// Debts is what is owed and what came in, with the accounts that follow.
type Debts interface {
	Desk

	ReceivableList() Lister[ReceivableOf]
	ReceivablesByID(ctx context.Context, ids []int64) ([]ReceivableOf, error)
	FindReceivables(ctx context.Context, text string) ([]ReceivableOf, error)
	OpenReceivables(ctx context.Context, customer int64) ([]Receivable, error)
	UsedInvoice(ctx context.Context, number string, receivable, order int64) (*NumberUse, error)
	UsedReceipt(ctx context.Context, number string, beside int64) (*NumberUse, error)

	AddReceivables(ctx context.Context, list []Receivable) ([]Receivable, error)
	Receivable(ctx context.Context, id int64) (Receivable, error)
	SaveReceivable(ctx context.Context, r Receivable) (Receivable, error)
	RemoveReceivable(ctx context.Context, id int64) error
	Dispute(ctx context.Context, id int64, why string) (Receivable, error)
	WriteOff(ctx context.Context, id int64, off WriteOff) (Receivable, error)
	WriteBack(ctx context.Context, id int64) (Receivable, error)

	PaymentList() Lister[PaymentOf]
	CreditList() Lister[CreditOf]
	ChasingList() Lister[Promise]
	PromiseList() Lister[Promise]
	PaymentsByID(ctx context.Context, ids []int64) ([]PaymentOf, error)
	Pay(ctx context.Context, p Payment, shares []Share) (PaymentOf, error)
	MatchBank(ctx context.Context, path string, progress func(done, total int)) (BankMatches, error)
	TakeMatches(ctx context.Context, list []Match) (kept, verified int, err error)
	SavePayment(ctx context.Context, p Payment) (Payment, error)
	RemovePayment(ctx context.Context, id int64) error
	ReversePayment(ctx context.Context, id int64, on Date, why string) (Payment, error)
	MoveBill(ctx context.Context, payment int64, state BillState, on Date, why string) (Payment, error)
	UseAdvance(ctx context.Context, customer int64, currency string, shares []Share) (used int64, err error)
	Allocate(ctx context.Context, payment int64, shares []Share) (Payment, error)
	Unallocate(ctx context.Context, allocation int64) error
	Refund(ctx context.Context, r Refund) (Refund, error)
	RefundAdvance(ctx context.Context, r Refund, currency string) ([]Refund, error)
	RemoveRefund(ctx context.Context, id int64) error

	Allocations(ctx context.Context, receivable int64) ([]Allocation, error)
	Credits(ctx context.Context, receivable int64) ([]Credit, error)
	CreditNote(ctx context.Context, c Credit) (Credit, error)
	RemoveCredit(ctx context.Context, id int64) error
	Dunnings(ctx context.Context, receivable int64) ([]Dunning, error)
	LogDunning(ctx context.Context, d Dunning) (Dunning, error)
	LogTalk(ctx context.Context, debts []int64, d Dunning) ([]Dunning, error)
	RemoveDunning(ctx context.Context, id int64) error
	Promises(ctx context.Context, customer int64, limit int) ([]Promise, error)

	Aging(ctx context.Context, by AgingBy) (Aging, error)
	CashIn(ctx context.Context, weeks int) ([]CashIn, error)
	Exposure(ctx context.Context, customer int64) (Exposure, error)
	CustomerPaymentHabit(ctx context.Context, customer int64) (Habit, error)
	Statement(ctx context.Context, customer int64, from, to Date) ([]Statement, error)
	LateInterest(ctx context.Context, receivables []int64) (int64, error)
	StatementsOf(ctx context.Context, from, to Date) ([]Customer, error)
	Reconciliations(ctx context.Context, customer int64) ([]Reconciliation, error)
	SaveReconciliation(ctx context.Context, r Reconciliation) (Reconciliation, error)
	ExportAging(ctx context.Context, path string, a Aging, lang string) error
	ExportStatement(ctx context.Context, path string, list []Statement, lang string) error
}

// Projects are the projects with their stages and steps, and the templates; the
// cards too, whose records fill the steps.
type Projects interface {
	Customers

	ProjectOf(ctx context.Context, id int64) (ProjectOf, error)
	ResolveProject(ctx context.Context, text string) (Project, error)
	Boards(ctx context.Context, q Query) ([]Board, error)
	WaitingRows(ctx context.Context) ([]Row, error)

	AddProject(ctx context.Context, p Project) (Project, error)
	SaveProject(ctx context.Context, p Project) (Project, error)
	HoldProject(ctx context.Context, id int64, why string) (Project, error)
	ResumeProject(ctx context.Context, id int64, why string) (Project, error)
	CancelProject(ctx context.Context, id int64, why string) (Project, error)
	RemoveProject(ctx context.Context, id int64) error

	AddStage(ctx context.Context, st ProjectStage, after int64) error
	SaveStage(ctx context.Context, st ProjectStage) error
	MoveStage(ctx context.Context, id int64, by int) error
	RemoveStage(ctx context.Context, id int64) error
	AddStep(ctx context.Context, it ProjectItem) (ProjectItem, error)
	SaveStep(ctx context.Context, it ProjectItem) (ProjectItem, error)
	MoveStep(ctx context.Context, id int64, by int) error
	RemoveStep(ctx context.Context, id int64) error

	TickItem(ctx context.Context, id int64, on Date) (ProjectItem, error)
	SkipItem(ctx context.Context, id int64, why string) (ProjectItem, error)
	SettleItem(ctx context.Context, id int64, p Project) error
	Decide(ctx context.Context, id int64, yes bool, note string) (ProjectItem, error)
	SetProgress(ctx context.Context, id, percent int64, note string) (ProjectItem, error)
	Block(ctx context.Context, id int64, why string) (ProjectItem, error)
	Unblock(ctx context.Context, id int64, how string) (ProjectItem, error)

	TemplateList() Lister[TemplateOf]
	Templates(ctx context.Context, of ...Purpose) ([]Template, error)
	Template(ctx context.Context, id int64) (TemplateTree, error)
	SaveTemplate(ctx context.Context, t TemplateTree) (TemplateTree, error)
	CopyTemplate(ctx context.Context, id int64, name string) (TemplateTree, error)
	RemoveTemplate(ctx context.Context, id int64) error
}

// File is the database itself, what was done in it, and the files that it takes
// in, once it was shown what would become of them.
type File interface {
	Desk

	Path() string
	ReadOnly() bool
	Saved() bool
	Close() error
	Version(ctx context.Context) (string, error)
	CatchUp(ctx context.Context) error
	FillDemo(ctx context.Context, size DemoSize, seed uint64, progress func(done int)) error
	ExportTo(ctx context.Context, w io.Writer, e Export, format string) (int, error)

	PreviewImport(ctx context.Context, path string, opts ImportOptions) (Preview, error)
	Import(ctx context.Context, p Preview, keepGood bool) (Batch, error)
	KeepMapping(ctx context.Context, p Preview) error
	SaveRefused(ctx context.Context, file string, p Preview) (string, error)
	WriteRefused(ctx context.Context, path string, p Preview) error

	Backup(ctx context.Context, path, passphrase string) (Backup, error)
	BackupOfDay(ctx context.Context) (*Backup, error)
	Backups(ctx context.Context) ([]Backup, error)
	CheckBackup(ctx context.Context, path, passphrase string) (Backup, time.Duration, error)
	SealBackups(ctx context.Context, passphrase string) error
	PutBack(ctx context.Context, from, passphrase string) (PutBack, error)

	Trouble(ctx context.Context) error
	Checkup(ctx context.Context, fix bool) ([]Check, error)
	HasLock(ctx context.Context) (bool, error)
	SetLock(ctx context.Context, was, passphrase string) error
	Unlock(ctx context.Context, passphrase string) error
	Forgetting(ctx context.Context, who Subject) (Forgetting, error)
	Forget(ctx context.Context, who Subject, called string) (Forgetting, error)

	LatestAct() int64
	Undo(ctx context.Context) (Reverted, error)
	UndoSet(ctx context.Context, set int64) (Reverted, error)
	UndoBatch(ctx context.Context, batch int64) (Reverted, error)
	Redo(ctx context.Context) (Reverted, error)
	RedoSet(ctx context.Context, set int64) (Reverted, error)
}
