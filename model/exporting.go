package model

import (
	"slices"
	"strings"
)

// Export says what leaves the file: which records, and in what words.
type Export struct {
	Kind    string   // see ExportCustomers and so on
	IDs     []int64  // of the customers, entries, contacts or projects, in their order
	Columns []string // codes of the list's view; none = all that a file of it has
	Lang    string   // of headers and values: zh, en
	// Shipment is the one that a document of an order is of, the first being 1; 0 =
	// the document is of all the goods.
	Shipment int
	// Passphrase protects the file; none = it is as it is.
	Passphrase string
	// Subject is whom an export of ExportSubject is about.
	Subject Subject
	// Scans are the codes of an export of ExportScan; none = those of the customers.
	Scans []Scan
}

// Protected ends the name of a file that is protected by a passphrase.
const Protected = ".age"

// ProtectedName is the name of a file that is to be protected.
func ProtectedName(path string) string {
	if IsProtected(path) {
		return path
	}
	return path + Protected
}

// IsProtected tells by its name a file that is protected by a passphrase.
func IsProtected(path string) bool {
	return len(path) > len(Protected) && strings.EqualFold(path[len(path)-len(Protected):], Protected)
}

// The kinds of export.
const (
	ExportCustomers   = "customers"
	ExportJournal     = "journal"
	ExportContacts    = "contacts"
	ExportForm        = "form"     // the paper form, a sheet a customer
	ExportCalendar    = "calendar" // what is coming of the customers
	ExportReceivables = "receivables"
	ExportPayments    = "payments"
	ExportOrders      = "orders" // a row a line
	ExportProducts    = "products"
	// ExportConfirmation and ExportDelivery are documents of one order, whose id
	// is Export.IDs: 订单确认书, 送货单.
	ExportConfirmation = "confirmation"
	ExportDelivery     = "delivery"
	ExportProjects     = "oem"
	ExportMarket       = "market"
	ExportCampaigns    = "campaigns"
	ExportCredits      = "credits"
	ExportChasing      = "chasing" // the steps of chasing
	ExportPromises     = "promises"
	ExportTemplates    = "templates"
	ExportProgress     = "progress" // the progress form of a project
	ExportBrief        = "brief"    // its brief 项目简介
	// ExportPapers, ExportHandedOver and ExportMinutes are papers of the dossier of
	// one customer, whose id is Export.IDs: 资料归档清单, 资料交接清单, the records.
	ExportPapers     = "papers"
	ExportHandedOver = "handed-over"
	ExportMinutes    = "record-sheets"
	ExportUpdate     = "update" // the letter to a project's customer on how it stands 项目进展函
	ExportAll        = "all"    // every record, to be read back
	// ExportHandover is the list of the customers who change hands, to be signed
	// 客户交接清单.
	ExportHandover = "handover"
	ExportSubject  = "subject" // everything that is kept about one person
	ExportScan     = "qr"      // QR codes of a customer's phones and cards, to be scanned
)

// ListKinds are the kinds of records that lists show, in the order in which they
// are offered; each can be exported.
var ListKinds = withItems(ExportCustomers, ExportJournal, ExportContacts, ExportReceivables, ExportPayments, ExportOrders, ExportProducts,
	ExportProjects, ExportMarket, ExportCredits, ExportChasing, ExportPromises, ExportTemplates)

// withItems adds the kinds that are kept as items.
func withItems(list ...string) []string {
	for _, k := range Kinds {
		if k.IsItem() && !slices.Contains(list, k.ListName()) {
			list = append(list, k.ListName())
		}
	}
	return list
}

// ExportKinds are the kinds in the order in which they are offered.
var ExportKinds = append(slices.Clone(ListKinds), ExportConfirmation, ExportDelivery, ExportForm, ExportCalendar, ExportProgress,
	ExportBrief, ExportUpdate, ExportPapers, ExportHandedOver, ExportMinutes, ExportScan, ExportAll)

var exportFormats = map[string][]string{
	ExportCustomers:    {"xlsx", "csv", "json", "vcf", "ics", "md", "html"},
	ExportContacts:     {"xlsx", "csv", "json", "vcf", "md", "html"},
	ExportConfirmation: {"html", "xlsx"},
	ExportDelivery:     {"html", "xlsx"},
	ExportForm:         {"xlsx"},
	ExportProgress:     {"xlsx"},
	ExportBrief:        {"html", "xlsx"},
	ExportPapers:       {"html"},
	ExportHandedOver:   {"html"},
	ExportMinutes:      {"html"},
	ExportUpdate:       {"html", "txt"},
	ExportCalendar:     {"ics"},
	ExportAll:          {"json"},
	ExportHandover:     {"html"},
	ExportSubject:      {"html", "json"},
	ExportScan:         {"html"},
}

// ExportFormats are the kinds of file that a kind of export can be written
// as, by extension, the usual one first.
func ExportFormats(kind string) []string {
	if formats, own := exportFormats[kind]; own || !slices.Contains(ListKinds, kind) {
		return formats
	}
	return []string{"xlsx", "csv", "json", "md", "html"}
}
