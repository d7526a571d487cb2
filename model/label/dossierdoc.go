package label

import (
	"strconv"

	"genjin/model"
)

// DossierDocWords are the words of a printed paper of the dossier.
type DossierDocWords struct {
	Title, Customer, Issued, Date, Line string
	Question, Answer, Other, Owed       string
	Sign                                []string // who signs it
}

// DossierDoc are the words of a paper, by its kind of export.
func DossierDoc(kind string, l Lang) DossierDocWords {
	w := DossierDocWords{
		Customer: pick(l, "客户名称", "Customer"), Issued: pick(l, "填表单位", "Issued by"), Date: pick(l, "填表日期", "Date"),
		Line: pick(l, "序号", "No."), Question: pick(l, "核实/访谈内容", "Question"), Answer: pick(l, "记录", "Answer"),
		Other: pick(l, "其他资料", "Other documents"),
	}
	switch kind {
	case model.ExportPapers:
		w.Title, w.Sign = pick(l, "资料归档清单", "List of documents"), []string{
			pick(l, "归档人(签字)", "Filed by"), pick(l, "复核人(签字)", "Checked by"), pick(l, "日期", "Date")}
	case model.ExportHandedOver:
		w.Title, w.Sign = pick(l, "资料交接清单", "Hand-over of documents"), handSigns(l)
	case model.ExportHandover:
		w.Title, w.Date, w.Sign = pick(l, "客户交接清单", "Hand-over of customers"), pick(l, "交接日期", "Date"), handSigns(l)
		w.Owed = pick(l, "欠款", "Owed")
	case model.ExportMinutes:
		w.Title, w.Sign = pick(l, "访谈/核实记录", "Records"), []string{
			pick(l, "受访人(签字)", "Spoken with"), pick(l, "记录人(签字)", "Written by"), pick(l, "日期", "Date")}
	}
	return w
}

// handSigns are those who sign that something changed hands.
func handSigns(l Lang) []string {
	return []string{pick(l, "移交人(签字)", "Handed over by"), pick(l, "接收人(签字)", "Handed over to"),
		pick(l, "监交人(签字)", "Witness"), pick(l, "日期", "Date")}
}

// HandedCustomers says what those sign who hand customers over and take them.
func HandedCustomers(n int, l Lang) string {
	return pick(l, "以上客户共 "+strconv.Itoa(n)+" 位,连同名下的跟进记录、订单、应收款和资料已当面交接,一式两份,双方各执一份。",
		"The "+strconv.Itoa(n)+" customers above were handed over with their journals, orders, receivables and papers. "+
			"Made out twice, one for each.")
}

// Filed says how many of the papers that are wanted have come.
func Filed(in, of int, l Lang) string {
	return pick(l, "应收 "+strconv.Itoa(of)+" 份,已收 "+strconv.Itoa(in)+" 份", strconv.Itoa(in)+" of "+strconv.Itoa(of)+" that are required")
}

// Handed says what those sign who hand papers over and take them.
func Handed(n int, l Lang) string {
	return pick(l, "以上资料共 "+strconv.Itoa(n)+" 项,已当面清点交接,一式两份,双方各执一份。",
		"The "+strconv.Itoa(n)+" items above were counted by both sides. Made out twice, one for each.")
}
