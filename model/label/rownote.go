package label

import (
	"cmp"
	"strings"

	"genjin/model"
)

// badDebt are the words by which a sheet gives a debt up. That is for a person
// to do.
var badDebt = of("坏账", "bad debt", "呆账", "呆坏账", "死账", "已核销", "核销", "written off", "write-off")

// IsBadDebt reports whether a status in a file says that the debt is given up.
func IsBadDebt(text string) bool { return badDebt.named("bad_debt", bare(text)) }

// Differs says that a file's status is not the one that the rules give, or none
// that is known.
func Differs(n *model.StatusNote, l Lang) string {
	now, day := OweStatus(n.Now, l), string(n.Now.AsOf)
	was := n.Text
	if n.Stated != "" {
		was = oweStatuses[string(n.Stated)].in(l)
	}
	switch {
	case n.Stated == "" && IsBadDebt(n.Text):
		return pick(l, "文件写「"+was+"」,没有核销;按规则截至"+day+"是「"+now+"」",
			"the file says “"+was+"”, which was not written off; by the rules it is “"+now+"” as of "+day)
	case n.Stated == "":
		return pick(l, "看不懂文件写的「"+was+"」;按规则截至"+day+"是「"+now+"」",
			"the file says “"+was+"”, which is no status; by the rules it is “"+now+"” as of "+day)
	}
	return pick(l, "文件写「"+was+"」,按规则截至"+day+"是「"+now+"」", "the file says “"+was+"”; by the rules it is “"+now+"” as of "+day)
}

// Change is one field that an import would write over, or leaves: its name, what
// is there and what the file has.
func Change(record string, c model.FieldChange, l Lang) (field, before, after string) {
	show := func(value string) string {
		if s, ok := spec(record, c.Field); ok && c.Currency != "" && s.Kind == model.KindAmount {
			return Show(record, s, value, c.Currency, l)
		}
		return Value(record, c.Field, value, l)
	}
	if c.Record != "" {
		record = c.Record
	}
	return Field(record, c.Field, l), show(c.Before), show(c.After)
}

// Unlike says what of a record that is left the file has otherwise: 应收金额
// 500.00 → 600.00.
func Unlike(record string, list []model.FieldChange, l Lang) string {
	if len(list) == 0 {
		return ""
	}
	var parts []string
	for _, c := range list {
		field, before, after := Change(record, c, l)
		parts = append(parts, field+" "+cmp.Or(before, "-")+" → "+after)
	}
	return pick(l, "没有改动,文件不同:", "left as it is; the file differs: ") + strings.Join(parts, ", ") +
		pick(l, "(已有的选「更新」即采用,--on-duplicate update)", " (update known ones to take it over: --on-duplicate update)")
}

// Inferred names the fields of a row of a file that were worked out.
func Inferred(record string, codes model.List, l Lang) string {
	var names []string
	for _, code := range codes.Items() {
		names = append(names, inferred(record, code, l))
	}
	return strings.Join(names, ", ")
}

// YearNote says that a day without a year isn't taken in that of the sheet.
func YearNote(n model.YearNote, l Lang) string {
	name, on, other := Field(n.Record, n.Field, l), string(n.On), string(n.Sheet)
	return pick(l, name+"没写年份:照本表其他行是 "+other+",与这一行不符,取最近一次 "+on,
		name+" has no year: like the other rows it would be "+other+", which doesn't fit this row; taken as the last such day, "+on)
}

// NothingOwed says that a row states a debt of 0.
func NothingOwed(l Lang) string {
	return pick(l, "欠款为 0,没有应收款", "0 is owed: no receivable")
}

// RowNotes are what a preview says of a row beside its values: days without a
// year that the row itself contradicts, a debt of nothing.
func RowNotes(row model.PreviewRow, l Lang) []string {
	var notes []string
	if row.SameAs != nil {
		notes = append(notes, SameAs(row.SameAs, l))
	}
	for _, n := range row.Years {
		notes = append(notes, YearNote(n, l))
	}
	if row.Nothing {
		notes = append(notes, NothingOwed(l))
	}
	if row.Used != nil {
		notes = append(notes, UsedBefore(row.Used, l))
	}
	return notes
}

// StatusSays is what the words of a status say of money that came in.
func StatusSays(text string) model.StatusSaid {
	said, wanted := model.StatusSaid{Text: text}, bare(text)
	code, ok := ReadOption("receivable", "status", text)
	said.Partly = ok && (strings.Contains(text, "部分") || strings.Contains(wanted, "part"))
	if !ok || code == string(model.OwePaid) || said.Partly {
		return said
	}
	for _, sign := range []string{"待", "未付", "未收", "未回", "未结", "未到账", "unpaid", "notpaid", "pending"} {
		said.Unpaid = said.Unpaid || strings.Contains(wanted, sign) && code != string(model.OwePartial)
	}
	return said
}

// MoneyNote is what a row of a file says of money: FP0001 应收 3,000.00,
// 2026-01-10到期,未收 1,500.00; a payment says what it settles.
func MoneyNote(n *model.MoneyNote, l Lang) string {
	sum := func(amount int64) string { return Amount(amount, n.Currency) }
	var parts []string
	if n.PaidOn == "" {
		parts = append(parts, pick(l, "应收 ", "owed ")+sum(n.Amount))
		if n.DueOn != "" {
			parts = append(parts, pick(l, string(n.DueOn)+"到期", "due "+string(n.DueOn)))
		}
		if n.Balance != n.Amount {
			parts = append(parts, pick(l, "未收 ", "open ")+sum(n.Balance))
		}
	} else {
		parts = append(parts, string(n.PaidOn)+pick(l, " 回款 ", " paid ")+sum(n.Amount))
		if n.Said != 0 {
			parts = append(parts, saidSoFar(n, l))
		}
		for _, s := range n.Shares {
			parts = append(parts, strings.Join(strings.Fields(pick(l, "核销 ", "settles ")+s.Name+" "+sum(s.Amount)), " "))
		}
		if n.Advance > 0 {
			parts = append(parts, pick(l, "预收 ", "advance ")+sum(n.Advance))
		}
		if n.Instead > 0 {
			parts = append(parts, pick(l, "代替由表推出的 ", "in place of what a sheet implied, ")+sum(n.Instead))
		}
	}
	return strings.TrimSpace(n.Name + " " + strings.Join(parts, pick(l, ",", ", ")))
}

// saidSoFar is how what a file says came in stands to what is there.
func saidSoFar(n *model.MoneyNote, l Lang) string {
	said, known := Amount(n.Said, n.Currency), Amount(n.Known, n.Currency)
	if n.Said < n.Known {
		return pick(l, "文件写共回款 "+said+",少于已记的 "+known+",没有改动:退回了还是记错了?请在回款里改",
			"the file says "+said+" came in, less than the "+known+
				" booked; nothing was changed: was a payment returned, or booked wrong? Mend it among the payments")
	}
	return pick(l, "文件写共回款 "+said+",已记 "+known, "the file says "+said+" came in, "+known+" is booked")
}
