package label

import (
	"strconv"
	"strings"

	"genjin/model"
)

// UsedBefore says where a receipt or an invoice number was used before: 收据号
// 「R1」用过:恒基板材 回款 2026-11-01 5,000.00.
func UsedBefore(u *model.NumberUse, l Lang) string {
	field := Field(u.Record, "invoice_no", l)
	if u.Record == model.RowOfPayment {
		field = Field(u.Record, "receipt_no", l)
	}
	where := strings.Join(strings.Fields(u.Customer+" "+Record(u.Record, l)+" "+string(u.On)), " ") + " " + Amount(u.Amount, u.Currency)
	if u.Row > 0 {
		where += pick(l, "(本文件第"+strconv.Itoa(u.Row)+"行)", " (row "+strconv.Itoa(u.Row)+" of this file)")
	}
	return pick(l, field+"「"+u.Number+"」用过:"+where, field+" “"+u.Number+"” was used before: "+where)
}
