package label

import (
	"slices"
	"strings"

	"genjin/model"
)

// SettingHelp is what a setting does, and how it is typed, in a sentence or
// two.
func SettingHelp(code string, l Lang) string { return settingHelp[code].in(l) }

var settingHelp = map[string]word{
	"company_name": of("自己公司的名称,写在对外的表格和信函上。", "Your own company's name, for forms and letters that go out."),
	"salesperson":  of("新客户卡的填表人(业务员)。", "Who fills in new customer cards."),
	"default_team": of("新客户卡的所属团队。", "The team on new customer cards."),
	"default_currency": of("没写币种的金额按它计,三个字母,例如 CNY、USD。已有的金额不变。",
		"Amounts typed without a currency are in this one; three letters, such as CNY or USD. Amounts already kept stay."),
	"cadence_a": cadenceHelp, "cadence_b": cadenceHelp, "cadence_c": cadenceHelp, "cadence_d": cadenceHelp, "cadence_ungraded": cadenceHelp,
	"date_lead": of("生日提前几天出现在今日,0 到 60。", "How many days before a birthday it stands on Today, 0 to 60."),
	"importance_threshold": of("预计金额达到这个数的客户算重要客户;不填则只看手工标记。例如 5万。",
		"A customer expected to buy for this much counts as important; empty: only those marked by hand. Such as 50000."),
	"workdays_only": of("下次跟进遇到休息日或节假日,顺延到下一个工作日。", "A next date that falls on a day off moves to the next working day."),
	"rest_days":     of("每周休息哪几天,例如 周六、周日;单休写 周日,不休息写 无。", "The days of the week off, such as sat, sun; write none if there is none."),
	"statutory": of("国务院公布的放假和调休;还没公布的年份只按法定日期推算。",
		"The holidays and make-up days that China's government publishes; a year not published yet has only those that the law names."),
	"holidays": of("自己另外放假的日子,可写多个和起止:12-31、2-14~2-20。优先于以上各项。",
		"Further days off, several and from–to: 12-31, 2-14~2-20. They go before the settings above."),
	"workdays":   of("自己另外上班的日子,写法同上,优先于假日。", "Further days at work, written the same way; they go before days off."),
	"aging_days": of("账龄各段的最后一天,从到期日算起,由小到大:30, 60, 90。", "The last day of each aging bucket after the due date, ascending: 30, 60, 90."),
	"ladder": of("到期日前后第几天提醒或催收,由小到大:-7, -1, 1, 7, 15, 30。负数是到期前提醒。",
		"The days around the due date on which to remind and chase, ascending: -7, -1, 1, 7, 15, 30. Negative ones remind before it."),
	"rates": of("别的币种一个单位折合多少默认币种,如 USD=7.2、EUR=7.8。信用额度按它把各币种合在一起算;没有写汇率的币种不算在内。",
		"What a unit of another currency is worth in the default one: USD=7.2, EUR=7.8. Credit limits add all currencies up by it; "+
			"one without a rate is left out."),
	"late_rate": of("逾期付款的利率,如 日万分之五、0.05%/天、18%/年。填了就写进三级催款函和对账单,不入账。",
		"Interest for late payment: 0.05 % a day, 18 % p.a. Stands in the letters of level 3 and on statements; never booked."),
	"chase_by": of("今日里催款和爽约先看欠款金额还是先看逾期天数。", "Whether Today ranks what is owed by the amount or by its age."),
	"month_terms": of("月结30天:整月算到次月底,天数算月底后30天。",
		"Net 30 from the month: whole months end with the next month; days are 30 after the month's end."),
	"month_from": of("月结和次月从哪个月起算:开票、发货或对账。",
		"Which month monthly terms count from: that of the invoice, the delivery or the reconciliation."),
	"bank_name": bankHelp, "bank_account": bankHelp, "bank_holder": bankHelp,
	"plans": of("常用付款条件,每项写 名称=条件,用分号隔开:老客户=月结30天;新客户=30%定金+70%发货前。",
		"Terms of payment used often, each as name=terms, with semicolons between them: regular=net 30; new=30% deposit + 70% before shipment."),
	"language": of("界面和命令行的语言。跟随系统时按系统的语言环境。", "The language of the screen and the command line; the system's is that of the locale."),
	"theme": of("自动:按终端的背景深浅。颜色看不清时指定深色或浅色。",
		"Automatic goes by the terminal's background; choose one where the colours are hard to read."),
	"borders": of("框线错位时改用 ASCII。", "Choose ASCII where the lines of boxes don't meet."),
	"sources": of("内置来源之外自己的客户来源,用逗号或顿号隔开:抖音、老乡会。",
		"Customer sources of your own beside the built-in ones, with commas between them: TikTok, alumni."),
	"lost_reasons": of("内置原因之外自己的丢单原因,用逗号或顿号隔开。", "Reasons of your own for a lost deal beside the built-in ones, with commas between them."),
	"backup_folder": of("备份放在哪个文件夹,例如 U 盘或网盘里的;不填就放在数据库旁边的 backups。文件夹不在时也放那里。",
		"The folder that backups go to, such as one on a stick; empty, or while it isn't there: backups, beside the database."),
	"backup_count": of("自动做的备份每种留最近几份,1 到 1000。", "How many of each kind of automatic backup are kept, 1 to 1000."),
	"backup_days": of("自动做的备份留几天,1 到 3650;每种最近的一份总会留着。",
		"For how many days automatic backups are kept, 1 to 3650; the newest of a kind always stays."),
	"privacy_mask": of("屏幕上和终端里的电话、微信、邮箱、证件号、账号和地址只显示一部分;表单、--json 和导出不受影响。F9 随时遮住或显示。",
		"Phones, WeChat, e-mail, ID and account numbers and addresses are shown in part on the screens and in a terminal, not in forms, "+
			"--json or exports. F9 masks and shows at any time."),
	"mask_after": of("几分钟没有按键就遮住个人信息,1 到 1440;0 是不用。", "After how many minutes without a key private data is masked, 1 to 1440; 0: never."),
	"lock_after": of("几分钟没有按键就锁住屏幕,1 到 1440;0 是只在打开时锁。先用 genjin lock 设口令。锁的只是屏幕,数据库文件没有加密。",
		"After how many minutes without a key the screen is locked, 1 to 1440; 0: only at start. Set a passphrase with genjin lock first. "+
			"It locks the screen only; the database isn't encrypted."),
}

var cadenceHelp = of("两次联系最多隔几天,1 到 3650。改后,按周期算出的下次日期随之移动,约定的不变。",
	"The most days between two contacts, 1 to 3650. A change moves the next dates that the cadence gave; those agreed stay.")

var bankHelp = of("写在催款文字和对账单上。", "For chasing texts and statements of account.")

// settingEmpty are the words for settings without a value.
var settingEmpty = map[string]word{
	"language": of("跟随系统", "the system's", "系统", "system"), "importance_threshold": of("不用", "off", "关", "无", "none"),
	"date_lead": of("0", "0"), "mask_after": of("0", "0"), "lock_after": of("0", "0"),
	"rest_days": nothing, "holidays": nothing, "workdays": nothing, "sources": nothing, "lost_reasons": nothing,
	"ladder": nothing, "plans": nothing, "rates": nothing,
}

var nothing = of("无", "none", "没有", "不休息", "no")

// Setting is a setting's canonical value in words; one without a value is said
// in words too, where that means something. Days in a row are from–to.
func Setting(code, value, currency string, l Lang) string {
	f, ok := model.SettingsFields.ByCode(code)
	switch {
	case !ok:
		return value
	case f.Kind == model.KindFlag && value == "":
		return onOff["no"].in(l)
	case value == "":
		return settingEmpty[code].in(l)
	case code == "holidays" || code == "workdays":
		return spans(model.List(value).Items())
	}
	return Show("settings", f.Spec, value, currency, l)
}

// SettingOptions are the words that a setting may have; nil where anything of
// its kind is taken.
func SettingOptions(code string, l Lang) []string {
	f, _ := model.SettingsFields.ByCode(code)
	codes := f.Options
	switch {
	case f.Kind == model.KindFlag:
		codes = []string{"yes", "no"}
	case code == "rest_days":
		codes = restDays
	}
	var names []string
	for _, c := range codes {
		names = append(names, Option("settings", code, c, l))
	}
	if code == "language" {
		names = append(names, settingEmpty[code].in(l))
	}
	return names
}

// ReadSetting is the canonical value of a setting as a person types it; set
// are the settings beside it, today the day that dates are read from.
func ReadSetting(code, text string, set model.Settings, today model.Date) (string, error) {
	f, ok := model.SettingsFields.ByCode(code)
	if !ok {
		return "", model.At(code, model.Refuse(model.RefusedOption, code))
	}
	value, err := readSetting(f.Spec, model.Clean(text), set, today)
	if err == nil && value == "" && f.Required {
		err = model.Refuse(model.RefusedRequired)
	}
	return value, model.At(code, err)
}

func readSetting(f model.Spec, text string, set model.Settings, today model.Date) (string, error) {
	if text == "" || f.Kind != model.KindFlag && settingEmpty[f.Code].named("", bare(text)) {
		return "", nil
	}
	switch f.Code {
	case "default_currency":
		return model.ReadCurrency(text)
	case "importance_threshold":
		return readThreshold(f, text, set.Currency)
	case "rest_days":
		return readRestDays(text)
	case "holidays", "workdays":
		return readDays(text, today)
	case "aging_days", "ladder":
		return readDayNumbers(text)
	case "plans":
		return readPlans(text)
	case "sources":
		return readOwn("source", text), nil
	case "lost_reasons":
		return readOwn("lost_reason", text), nil
	}
	if f.Kind != model.KindFlag {
		return read("settings", f, text, today, model.Nearest)
	}
	switch answer, ok := ReadOption("settings", f.Code, text); {
	case !ok:
		return "", model.Refuse(model.RefusedOption, text, "yes", "no")
	case answer == "yes":
		return "1", nil
	}
	return "", nil
}

// readThreshold reads an amount in the person's currency; another one can't be
// compared with it.
func readThreshold(f model.Spec, text, currency string) (string, error) {
	value, named, err := ReadAmount(f, text, currency)
	if err == nil && named != "" && named != currency {
		return "", model.Refuse(model.RefusedOption, named, currency)
	}
	return value, err
}

// parts divides a list as people write it.
func parts(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",，、;；\n", r) })
}

var restDays = []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}

var weekends = map[string][]string{"周末": {"sat", "sun"}, "双休": {"sat", "sun"}, "weekend": {"sat", "sun"},
	"weekends": {"sat", "sun"}, "单休": {"sun"}}

func readRestDays(text string) (string, error) {
	found := map[string]bool{}
	for _, part := range parts(strings.ReplaceAll(text, " ", ",")) {
		days, ok := weekends[bare(part)]
		if code, known := ReadOption("settings", "rest_days", part); known {
			days, ok = []string{code}, true
		}
		if !ok {
			return "", &model.FieldError{Code: model.RefusedOption, Args: append([]string{part}, restDays...)}
		}
		for _, d := range days {
			found[d] = true
		}
	}
	var days []string
	for _, d := range restDays {
		if found[d] {
			days = append(days, d)
		}
	}
	return string(model.ListOf(days...)), nil
}

// readOwn reads values that a person adds to a choice; the built-in ones need
// no adding.
func readOwn(field, text string) string {
	var own []string
	for _, part := range parts(text) {
		part = strings.TrimPrefix(model.Clean(part), "#")
		if _, builtIn := ReadOption("customer", field, part); !builtIn {
			own = append(own, part)
		}
	}
	return string(model.ListOf(own...))
}

// mostSpan is how many days one from–to may have: more is a slip.
const mostSpan = 92

// readDays reads days in any form, several and from–to. A day without a year
// is the next such day.
func readDays(text string, today model.Date) (string, error) {
	var days []string
	for _, part := range parts(text) {
		some, err := readSpan(part, today)
		if err != nil {
			return "", err
		}
		days = append(days, some...)
	}
	slices.Sort(days)
	return string(model.ListOf(days...)), nil
}

// readSpan reads a day or a from–to, or several with spaces between them.
func readSpan(text string, today model.Date) ([]string, error) {
	days, err := readFromTo(text, today)
	words := strings.Fields(text)
	if err == nil || len(words) < 2 {
		return days, err
	}
	days = nil
	for _, word := range words {
		some, wordErr := readFromTo(word, today)
		if wordErr != nil {
			return nil, err
		}
		days = append(days, some...)
	}
	return days, nil
}

// readFromTo reads one day, or all days of a from–to.
func readFromTo(text string, today model.Date) ([]string, error) {
	for _, sign := range []string{"~", "～", "至", "到", "..", " to "} {
		from, to, ok := strings.Cut(text, sign)
		if !ok {
			continue
		}
		first, err := model.ParseDate(from, today, model.Future)
		if err != nil {
			return nil, err
		}
		last, err := model.ParseDate(to, first, model.Future)
		if err != nil || first == "" || last < first || last.Sub(first) >= mostSpan {
			return nil, model.Refuse(model.RefusedDateFormat, model.Clean(text))
		}
		var days []string
		for d := first; d <= last; d = d.AddDays(1) {
			days = append(days, string(d))
		}
		return days, nil
	}
	day, err := model.ParseDate(text, today, model.Future)
	return []string{string(day)}, err
}

// leastRun is how many days in a row are written as from–to.
const leastRun = 3

// spans writes sorted days, those in a row as from–to.
func spans(days []string) string {
	var out []string
	for i := 0; i < len(days); {
		n := 1
		for i+n < len(days) && model.Date(days[i]).AddDays(n) == model.Date(days[i+n]) {
			n++
		}
		if n < leastRun {
			out = append(out, days[i])
			i++
			continue
		}
		out = append(out, days[i]+"~"+days[i+n-1])
		i += n
	}
	return strings.Join(out, ", ")
}

// Important says that a customer is important and, where the expected amount or
// the orders make it so, from which amount on; empty for one who isn't.
func Important(c *model.Customer, s model.Settings, l Lang) string {
	yes := yesNo["yes"].in(l)
	switch {
	case c.Important:
		return yes
	case s.Important(c):
		least := Amount(s.ImportanceThreshold, s.Currency)
		return yes + pick(l, "(预计金额达到 "+least+")", " (expected "+least+" or more)")
	case c.BoughtFor(s):
		least := Amount(s.ImportanceThreshold, s.Currency)
		return yes + pick(l, "(12个月订单达到 "+least+")", " (orders of 12 months "+least+" or more)")
	}
	return ""
}

// LocaleLang is the language of the system's locale, else Chinese.
func LocaleLang(getenv func(string) string) Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale := getenv(name); locale != "" {
			l, _ := ParseLang(locale)
			return l
		}
	}
	return ZH
}

// SettingDefault is the default of a setting, in words.
func SettingDefault(code string, l Lang) string {
	s := model.DefaultSettings()
	value, _ := s.Value(code)
	if text := Setting(code, value, s.Currency, l); text != "" {
		return text
	}
	return pick(l, "空", "empty")
}
