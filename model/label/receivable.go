package label

import (
	"fmt"
	"maps"
	"strconv"
	"strings"

	"genjin/model"
)

var dueKinds = map[string]word{
	"goods": of("货款", "goods"), "deposit": of("定金", "deposit", "订金", "预付款", "首付"), "progress": of("进度款", "progress"),
	"balance": of("尾款", "balance", "余款"), "retention": of("质保金", "retention", "质保"), "other": of("代收其他款", "other", "其他", "代收"),
}

var oweStatuses = map[string]word{
	"paid": of("已付款", "paid", "已付", "已付清", "已回款", "已收款", "已结清", "付清", "结清", "已结", "全部付款",
		"全部付清", "全付", "全额付款", "全部回款", "全部收回", "已全部付清", "已全付", "已收", "已收齐", "收齐", "收讫", "付讫", "已到账", "全部到账", "已付完",
		"付完", "款清", "paid in full", "settled", "fully paid"),
	"overdue": of("逾期未付款", "overdue", "逾期", "逾期未付", "已逾期", "超期", "逾期部分付款", "已超期", "逾期未收", "逾期未回款", "past due"),
	"partial": of("部分付款", "partly paid", "部分", "部分已付", "部分回款", "部分收款", "partial", "部分到账", "已付部分", "未付清", "未结清",
		"部分结清", "partially paid", "part paid"),
	"pending": of("待付款", "pending", "待付", "待收款", "待回款", "未到期", "待收", "待结", "待结算", "待结清", "账期内", "due", "open"),
	"unpaid":  of("未付款", "unpaid", "未付", "未收款", "未回款", "未收", "未结", "未结算", "未到账", "欠款", "欠", "not paid", "outstanding"),
}

var payMethods = map[string]word{
	"transfer": of("转账", "transfer", "银行转账", "电汇", "汇款", "对公转账", "t/t", "wire"), "cash": of("现金", "cash"),
	"draft": of("承兑", "draft", "承兑汇票", "汇票", "银承", "商承"), "card": of("刷卡", "card", "pos"),
	"mobile": of("微信/支付宝", "mobile", "微信", "支付宝", "扫码", "微信支付", "wechat", "alipay"), "other": of("其他", "other", "其它"),
}

// refundMethods are the ways of giving back: what went to another customer with
// an order is none that a person chooses.
var refundMethods = func() map[string]word {
	all := maps.Clone(payMethods)
	all[string(model.PayMoved)] = of("随订单转出", "moved with an order")
	return all
}()

var chaseMethods = map[string]word{
	"phone": of("电话", "phone", "打电话", "call"), "chat": of("微信", "chat", "wechat"), "letter": of("催款函", "letter", "发函", "函件", "邮件", "email"),
	"visit": of("上门", "visit", "上门拜访", "拜访"), "sms": of("短信", "text message"), "other": of("其他", "other", "其它"),
}

var events = map[model.Event]word{
	model.EventSign: of("签约", "signing"), model.EventShip: of("发货", "shipping"), model.EventReceive: of("收货", "receipt"),
	model.EventInvoice: of("开票", "invoice"), model.EventAccept: of("验收", "acceptance"), model.EventReconcile: of("对账", "reconciliation"),
}

var moves = map[model.MoveKind]word{
	model.MoveOwed: of("应收", "invoice"), model.MovePaid: of("回款", "payment"), model.MoveReversed: of("退回", "reversal"),
	model.MoveCredit: of("冲减", "credit note"), model.MoveOff: of("坏账", "write-off"), model.MoveRefund: of("退款", "refund"),
	model.MoveOut: of("随订单转出", "moved with an order"), model.MoveIn: of("随订单转入", "came with an order"),
}

// Move is what a line of a statement is.
func Move(k model.MoveKind, l Lang) string { return moves[k].in(l) }

// MoveNote is what stands beside a line of a statement: which instalment of what
// it is, that it is a draft and when that is money, the payer, the reason.
func MoveNote(m model.Move, l Lang) string {
	var parts []string
	if m.Text != "" {
		parts = append(parts, m.Text)
	}
	if m.Parts > 1 {
		parts = append(parts, Option("receivable", "kind", string(m.Of), l)+" "+strconv.FormatInt(m.Part, 10)+"/"+strconv.FormatInt(m.Parts, 10))
	}
	if m.Method == model.PayDraft {
		draft := Option("payment", "method", string(m.Method), l)
		if m.MaturesOn != "" {
			draft += pick(l, " "+string(m.MaturesOn)+"到期", " matures "+string(m.MaturesOn))
		}
		parts = append(parts, draft)
	}
	return strings.Join(parts, pick(l, ",", ", "))
}

// PromiseState is what became of a promise.
func PromiseState(s model.PromiseState, l Lang) string {
	return Option("dunning", "state", string(s), l)
}

// Event is what an instalment waits for.
func Event(e model.Event, l Lang) string { return events[e].in(l) }

// OweStatus is how far a receivable is paid by the rules, as files say it; an
// overdue one says whether a part is.
func OweStatus(st model.Standing, l Lang) string {
	if st.Status == model.OweOverdue && st.Paid > 0 {
		return pick(l, "逾期未付款(部分已付)", "overdue, partly paid")
	}
	return oweStatuses[string(st.Status)].in(l)
}

// Part is which of the instalments of an order a receivable is.
func Part(n, of int64, l Lang) string {
	return pick(l, fmt.Sprintf("第%d期/%d", n, of), fmt.Sprintf("part %d of %d", n, of))
}

// Owing is how a receivable stands, for a person: what is settled without money
// is not called paid.
func Owing(st model.Standing, l Lang) string {
	switch {
	case st.Status != model.OwePaid:
	case st.GivenUp > 0:
		return pick(l, "坏账", "bad debt")
	case st.Paid == 0:
		return pick(l, "已冲减", "credited")
	}
	return OweStatus(st, l)
}

// Bucket is the name of a bucket of aging: 无期限, 未到期, 1–30天, 90天以上.
func Bucket(b model.Buckets, n int, l Lang) string {
	from, to := b.Span(n)
	switch {
	case n == b.Of("", ""):
		return agingWords["open"].in(l)
	case !b.IsPastDue(n):
		return pick(l, "未到期", "not due")
	case to == 0:
		return pick(l, strconv.Itoa(from-1)+"天以上", "over "+strconv.Itoa(from-1)+" days")
	}
	span := strconv.Itoa(from) + "-" + strconv.Itoa(to)
	return pick(l, span+"天", span+" days")
}

// BucketShort is the name of a bucket in few cells: 1-30, >90.
func BucketShort(b model.Buckets, n int, l Lang) string {
	from, to := b.Span(n)
	switch {
	case !b.IsPastDue(n):
		return Bucket(b, n, l)
	case to == 0:
		return ">" + strconv.Itoa(from-1)
	}
	return strconv.Itoa(from) + "-" + strconv.Itoa(to)
}

// DaysLate is how a receivable stands to its due date: 逾期15天, 还有3天.
func DaysLate(days int, l Lang) string {
	n := strconv.Itoa(max(days, -days))
	switch {
	case days == 0:
		return pick(l, "今天到期", "due today")
	case days > 0:
		return pick(l, "逾期"+n+"天", n+" d overdue")
	}
	return pick(l, n+"天后到期", "due in "+n+" d")
}

// moneyRefusal is why an amount, or terms, can't be taken.
func moneyRefusal(fe *model.FieldError, quoted string, l Lang) string {
	first, other := argOr(fe.Args, 0, ""), argOr(fe.Args, 1, "")
	switch fe.Code {
	case model.RefusedTerms:
		part := argOr(fe.Args, 2, first)
		if near := argOr(fe.Args, 3, ""); near != "" {
			return pick(l, "第"+other+"个字起的「"+part+"」看不懂,是「"+near+"」吗?", "can't read “"+part+"” at character "+other+"; is it “"+near+"”?")
		}
		return pick(l, "第"+other+"个字起的「"+part+"」看不懂,例如 月结30天、票到30天、次月10号、30%定金+60%发货前+10%验收后30天",
			"can't read “"+part+"” at character "+other+"; try net 30, 月结30天, 30% deposit + 70% before shipment")
	case model.RefusedTermsWhen:
		return pick(l, "「"+other+"」什么时候付?例如 "+other+"发货前、"+other+"货到30天", "when is “"+other+"” due? Try "+other+" before shipment, "+other+
			" net 30")
	case model.RefusedTermsSum:
		return pick(l, "各期加起来是 "+other+"%,应为 100%,例如 30%定金+70%发货前", "the parts make "+other+" %, not 100; try 30% deposit + 70% before shipment")
	case model.RefusedTermsShare:
		return pick(l, "「"+other+"」占 0%,不算一期,请去掉", "“"+other+"” has a share of 0 %, which is no instalment; leave it out")
	case model.RefusedDueOfParts:
		return pick(l, "分期的到期日由付款条件定,请把这里清空", "instalments are due as the terms say, leave this empty")
	case model.RefusedSettled:
		return pick(l, first+" 少于已结的 "+other, first+" is less than the "+other+" settled already")
	case model.RefusedAllocated:
		return pick(l, first+" 少于已核销和已退的 "+other, first+" is less than the "+other+" allocated or given back")
	case model.RefusedOver:
		return pick(l, first+" 超过未结的 "+other, first+" is more than the "+other+" that is open")
	case model.RefusedForeign:
		return pick(l, first+" 与 "+other+" 币种不同,这里的金额要用同一种", first+" is another currency than "+other+", in which the other amounts are")
	case model.RefusedOtherMoney:
		return pick(l, "现在是 "+first+",改成 "+other+" 后是多少没有写:请一并写上,或把金额都写成原来的币种",
			"is "+first+"; what it is in "+other+" isn't said: say it too, or give every amount in the currency it is in")
	case model.RefusedReversed:
		return pick(l, "这笔回款已退回", "the payment has been reversed")
	case model.RefusedBefore:
		return pick(l, quoted+"早于 "+other, quoted+" is before "+other)
	case model.RefusedMissing:
		return pick(l, "文件里没有它所指的记录"+quoted, "the file lacks the record "+quoted+" that it refers to")
	case model.RefusedRefunded:
		return pick(l, "已退款 "+first+",请先删除退款", first+" of it has been given back; remove the refund first")
	case model.RefusedBillNo:
		return pick(l, quoted+"不是票据号码:电子汇票30位数字(第14到21位是出票日期),纸质汇票16位",
			quoted+" is no draft's number: an electronic one has 30 digits with the day of issue as 14th to 21st, one on paper 16")
	case model.RefusedBillKind:
		kind := Option("payment", "bill_kind", first, l)
		return pick(l, "号码是"+kind+"的", "the number is of a "+kind)
	case model.RefusedNoBill:
		return pick(l, "只有承兑才有票据资料,请把付款方式选为承兑", "only a draft has a number, an acceptor and a state; choose draft as the way of paying")
	case model.RefusedMoved:
		return pick(l, "这笔钱已随订单转给别的客户,要改请先撤销更名", "this money went to another customer with an order; undo that transfer first")
	case model.RefusedInvoice:
		if other == "" {
			return pick(l, "这位客户没有「"+first+"」这张发票或订单,也没有别的应收款;请先导入应收款",
				"the customer has no invoice or order “"+first+"”, nor anything else; import the receivables first")
		}
		return pick(l, "这位客户没有「"+first+"」这张发票或订单,有 "+other, "the customer has no invoice or order “"+first+"”; there are "+other)
	case model.RefusedAdvance:
		return pick(l, first+" 超过可退的预收款 "+other, first+" is more than the "+other+" of advance that can be given back")
	case model.RefusedTotal:
		return pick(l, "部分付款要知道应收总额:请加一列「应收金额」", "partly paid: how much is owed in all? Add a column “Amount”")
	case model.RefusedPart:
		return pick(l, "部分付款,付了多少?请填上「回款金额」", "partly paid: how much was paid? Fill in “Amount received”")
	case model.RefusedUnpaid:
		return pick(l, "状态是「"+first+"」,却有回款 "+other+":是还没收到,还是已经收到?请改好这一行,或一次说明整张表:都还没收到(--unpaid-as owed)、都已收到(--unpaid-as paid)",
			"the status is “"+first+"”, and "+other+" stands as received: is it still to come, or did it come in? Mend the row, or say it for "+
				"the whole sheet: all still to come (--unpaid-as owed), all came in (--unpaid-as paid)")
	case model.RefusedDays:
		return pick(l, quoted+"不是由小到大的天数,例如 30, 60, 90", quoted+" is no list of days from low to high, such as 30, 60, 90")
	}
	return fe.Code
}

// readDayNumbers reads days around a due date: -7, -1, +1, 7.
func readDayNumbers(text string) (string, error) {
	var days []string
	for _, part := range parts(strings.ReplaceAll(text, " ", ",")) {
		n, err := strconv.Atoi(strings.TrimSuffix(strings.NewReplacer("−", "-", "–", "-", "＋", "", "+", "").Replace(model.HalfWidth(part)), "天"))
		if err != nil {
			return "", model.Refuse(model.RefusedDays, text)
		}
		days = append(days, strconv.Itoa(n))
	}
	return string(model.ListOf(days...)), nil
}

// readPlans reads named terms: 老客户=月结30天;新客户=30%定金+70%发货前.
func readPlans(text string) (string, error) {
	var plans []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(";；\n", r) }) {
		name, terms, ok := strings.Cut(strings.ReplaceAll(part, "＝", "="), "=")
		if name = model.Clean(name); !ok || name == "" {
			return "", model.Refuse(model.RefusedTerms, text, "1", model.Clean(part))
		}
		t, err := model.ParseTerms(terms)
		if err != nil {
			return "", err
		}
		plans = append(plans, name+"="+t.Text)
	}
	return string(model.ListOf(plans...)), nil
}

// notPositive says of a negative amount what it is likely to be, and where that
// is kept.
func notPositive(record string, fe *model.FieldError, quoted string, l Lang) string {
	said := pick(l, "请填大于 0 的金额", "has to be an amount of more than 0")
	if len(fe.Args) == 0 {
		return said
	}
	switch record {
	case model.RowOfReceivable:
		if len(fe.Args) > 1 { // the document that it names
			command := "genjin credit " + fe.Args[1] + " " + strings.Trim(fe.Args[0], "-()（）") + " --reason "
			return pick(l, quoted+"是负数,冲减的是 "+fe.Args[1]+":不另立应收款,记到那一笔上——回款页选中它按「冲减」,或 "+command+"原因;订单退货记在订单上(退货)",
				quoted+" is negative and lowers "+fe.Args[1]+": it is no receivable of its own. Credit that one (Receivables, credit; or "+
					command+"WHY); goods that came back are a return of their order")
		}
		return pick(l, quoted+"是负数,多半是冲减、退货或红字发票:不另立应收款,记到它冲的那笔应收款上——回款页选中那笔按「冲减」,或 genjin credit 发票号 金额 --reason 原因;"+
			"订单退货记在订单上(退货)",
			quoted+" is negative, most likely a credit note, a return or a red invoice: it is no receivable of its own. "+
				"Credit the receivable that it lowers (Receivables, credit; or genjin credit INVOICE AMOUNT --reason WHY); "+
				"goods that came back are a return of their order")
	case model.RowOfPayment:
		return pick(l, quoted+"是负数,多半是退款或退票:退款记在原来那笔回款上(genjin refund 客户 金额 --reason 原因),退票就在那笔回款上撤销核销",
			quoted+" is negative, most likely money given back or a payment that bounced: refund the payment that it was of "+
				"(genjin refund CUSTOMER AMOUNT --reason WHY), or reverse that payment")
	case model.RowOfLine, model.RowOfOrder:
		return pick(l, quoted+"是负数,多半是退货或优惠:退货记在原订单上(退货),优惠写在「优惠」一列",
			quoted+" is negative, most likely a return or a discount: a return is a change of the order that it was of, "+
				"a discount goes into the discount column")
	}
	return said
}
