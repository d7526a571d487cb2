package model

// KeptReport is a report as the person edited and kept it 报告 (rule 1.15). There
// is one of a kind and a period.
type KeptReport struct {
	Meta
	Period  string // as Period.Name has it
	Kind    string // as the command names it
	KeptOn  Date   // when it was kept last
	GivenTo string // "" = nobody so far
	Text    string
}

// reportKinds are the reports that are kept, as the command names them.
var reportKinds = func() (list []string) {
	for _, r := range Reports {
		list = append(list, r.Kind)
	}
	return list
}()

// KeptReportFields is the kept report's field table.
var KeptReportFields = Fields[KeptReport]{
	textField(Spec{Code: "period", Kind: KindPeriod, Required: true}, func(r *KeptReport) *string { return &r.Period }),
	choice("kind", reportKinds, func(r *KeptReport) *string { return &r.Kind }).required(),
	date("kept_on", func(r *KeptReport) *Date { return &r.KeptOn }).required(),
	text("given_to", func(r *KeptReport) *string { return &r.GivenTo }).max(100),
	note("text", func(r *KeptReport) *string { return &r.Text }).required(),
}

// Complete is what a new kept report is until it says otherwise: of this month,
// kept today.
func (r *KeptReport) Complete(at AsOf) {
	setIfEmpty(&r.Period, PeriodMonth.Name(PeriodMonth.Of(at.Today)))
	setIfEmpty(&r.Kind, ReportMonthly)
	r.KeptOn = at.Today
}

// Span is what the report is of.
func (r *KeptReport) Span() (Period, Span) {
	p, span, err := ParsePeriod(r.Period, firstDate)
	if err != nil {
		return PeriodDay, PeriodDay.Of(firstDate)
	}
	return p, span
}

// ReportFilling is a report, with its text, for the person's own workbook.
type ReportFilling struct {
	Template string // the workbook
	Page     Page
	Text     KeptReport
}
