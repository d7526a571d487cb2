package label

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"genjin/model"
)

// described is a record with the descriptions of its fields.
type described struct {
	record string
	specs  []model.Spec
}

func specsOf[T any](record string, fs model.Fields[T]) described {
	d := described{record: record}
	for _, f := range fs {
		d.specs = append(d.specs, f.Spec)
	}
	return d
}

var everything = []described{
	specsOf("customer", model.CustomerFields), specsOf("journal", model.EntryFields), specsOf("handled", model.HandledFields),
	specsOf("receivable", model.ReceivableFields), specsOf("payment", model.PaymentFields), specsOf("allocation", model.AllocationFields),
	specsOf("credit", model.CreditFields), specsOf("dunning", model.DunningFields), specsOf("reconciliation", model.ReconciliationFields),
	specsOf("refund", model.RefundFields),
	specsOf("template", model.TemplateFields), specsOf("template_stage", model.TemplateStageFields),
	specsOf("template_step", model.TemplateStepFields),
	specsOf("project", model.ProjectFields), specsOf("project_stage", model.ProjectStageFields),
	specsOf("project_item", model.ProjectItemFields), specsOf("item_note", model.ItemNoteFields),
	specsOf("import_batch", model.BatchFields), specsOf("settings", model.SettingsFields),
	specsOf("customer_order", model.OrderFields), specsOf("order_line", model.OrderLineFields), specsOf("order_node", model.OrderNodeFields),
	specsOf("order_change", model.OrderChangeFields), specsOf("product", model.ProductFields),
}

func han(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x4e00 && r <= 0x9fff })
}

func checkWord(t *testing.T, what string, w word, ok bool) {
	t.Helper()
	if !ok || w.zh == "" || w.en == "" || han(w.en) {
		t.Errorf("%s: 中文 %q, English %q", what, w.zh, w.en)
	}
}

func TestEveryFieldHasItsNameInBothLanguages(t *testing.T) {
	for _, d := range everything {
		checkWord(t, "record "+d.record, records[d.record], true)
		for _, s := range d.specs {
			w, ok := fields[d.record+"."+s.Code]
			if !ok {
				w, ok = fields[s.Code]
			}
			checkWord(t, d.record+"."+s.Code, w, ok)
			if Field(d.record, s.Code, ZH) != w.zh || Field(d.record, s.Code, EN) != w.en {
				t.Errorf("%s.%s is shown as %q, %q", d.record, s.Code, Field(d.record, s.Code, ZH), Field(d.record, s.Code, EN))
			}
			if s.Section != "" {
				checkWord(t, "section "+s.Section, sections[s.Section], true)
			}
		}
	}
}

func TestNoTwoFieldsOfARecordHaveOneName(t *testing.T) {
	for _, d := range everything {
		for _, l := range []Lang{ZH, EN} {
			taken := map[string]string{}
			for _, s := range d.specs {
				name := Field(d.record, s.Code, l)
				if other := taken[name]; other != "" {
					t.Errorf("%s: %s and %s are both called %q", d.record, other, s.Code, name)
				}
				taken[name] = s.Code
			}
		}
	}
}

func TestEveryOptionHasItsNameInBothLanguages(t *testing.T) {
	for _, d := range everything {
		for _, s := range d.specs {
			for _, code := range s.Options {
				w, ok := optionsOf(d.record, s.Code)[code]
				checkWord(t, d.record+"."+s.Code+" = "+code, w, ok)
			}
		}
	}
	for _, day := range []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"} {
		w, ok := optionsOf("settings", "rest_days")[day]
		checkWord(t, day, w, ok)
	}
}

func TestEveryNameOfAnOptionIsReadBackAndMeansOneThing(t *testing.T) {
	for _, d := range everything {
		for _, s := range d.specs {
			meaning := map[string]string{}
			for code, w := range optionsOf(d.record, s.Code) {
				for _, name := range append([]string{code, w.zh, w.en}, w.also...) {
					if other, taken := meaning[bare(name)]; taken && other != code {
						t.Errorf("%s.%s: %q means %s and %s", d.record, s.Code, name, other, code)
					}
					meaning[bare(name)] = code
					if got, ok := ReadOption(d.record, s.Code, name); !ok || got != code {
						t.Errorf("%s.%s: %q is read as %q, want %s", d.record, s.Code, name, got, code)
					}
				}
			}
		}
	}
}

func TestOptionsAreReadAsPeopleWriteThem(t *testing.T) {
	for _, tt := range []struct{ record, field, text, want string }{
		{"customer", "class", " 准客户 ", "ready"}, {"customer", "grade", "ａ级", "A"}, {"customer", "grade", "b", "B"},
		{"customer", "gender", "先生", "male"}, {"customer", "source", "Walk In", "walk_in"}, {"customer", "source", "walk_in", "walk_in"},
		{"customer", "need", "无(死亡客户)", "none"}, {"journal", "method", "直接登门", "visit"}, {"journal", "method", "邀约登门", "invite"},
		{"journal", "method", "网络对话", "chat"}, {"journal", "method", "上门拜访（直接登门）", "visit"}, {"customer", "role", "间接型/关键人", "key_person"},
		{"customer", "decides", "√", "yes"}, {"journal", "case_status", "未办结", "open"},
	} {
		if got, ok := ReadOption(tt.record, tt.field, tt.text); !ok || got != tt.want {
			t.Errorf("%s.%s %q: %q, want %s", tt.record, tt.field, tt.text, got, tt.want)
		}
	}
	for _, text := range []string{"F", "A+", "", "-", "甲"} {
		if got, ok := ReadOption("customer", "grade", text); ok {
			t.Errorf("grade %q is read as %q", text, got)
		}
	}
}

// names are all names under which a record's fields are known in files, bare.
func names(record string) map[string][]string {
	own, shared := map[string][]string{}, map[string][]string{}
	for name, w := range fields {
		found := own
		owner, code, owned := strings.Cut(name, ".")
		if !owned {
			found, owner, code = shared, record, name
		}
		if owner != record {
			continue
		}
		for _, text := range append([]string{code, w.zh, w.en}, w.also...) {
			if b := bare(text); !slices.Contains(found[b], code) {
				found[b] = append(found[b], code)
			}
		}
	}
	maps.Copy(shared, own) // a record's own names go before those that all records share
	return shared
}

func TestAHeaderMeansOneFieldAndIsAlwaysReadAsIt(t *testing.T) {
	for _, d := range everything {
		for header, codes := range names(d.record) {
			if len(codes) != 1 || header == "" {
				t.Errorf("%s: the header %q means %v", d.record, header, codes)
				continue
			}
			for range 3 {
				if got, ok := ReadHeader(d.record, header); !ok || got != codes[0] {
					t.Errorf("%s: the header %q is read as %q, want %s", d.record, header, got, codes[0])
				}
			}
		}
		for _, s := range d.specs {
			for _, text := range []string{s.Code, Field(d.record, s.Code, ZH), Field(d.record, s.Code, EN)} {
				if got, ok := ReadHeader(d.record, text); !ok || got != s.Code {
					t.Errorf("%s: the header %q is read as %q, want %s", d.record, text, got, s.Code)
				}
			}
		}
	}
}

func TestHeadersAreReadAsFilesWriteThem(t *testing.T) {
	for text, want := range map[string]string{
		"客户名称": "name", " 客户 名称 ": "name", "客户名称：": "name", "客户姓名*": "name", "联系方式(手机)": "phones", "电话（多个用/）": "phones",
		"Next on": "next_on", "NEXT_ON": "next_on", "下次跟进日期": "next_on", "Date of Birth": "birthday", "备注": "remark",
		"填表日期:": "filled_on", "几人进店": "party_size",
	} {
		if got, ok := ReadHeader("customer", text); !ok || got != want {
			t.Errorf("%q is read as %q, want %s", text, got, want)
		}
	}
	for _, text := range []string{"", "  ", "：", "没有这一列", "合计"} {
		if got, ok := ReadHeader("customer", text); ok {
			t.Errorf("%q is read as %s", text, got)
		}
	}
}

// source parses a file of the model.
func source(t *testing.T, name string) *ast.File {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "../"+name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// constants are the string constants of a file of the model with a prefix or,
// empty, of a type.
func constants(t *testing.T, file, prefix, ofType string) map[string]string {
	t.Helper()
	found := map[string]string{}
	ast.Inspect(source(t, file), func(n ast.Node) bool {
		v, ok := n.(*ast.ValueSpec)
		if !ok || len(v.Values) != len(v.Names) {
			return true
		}
		typed, _ := v.Type.(*ast.Ident)
		for i, name := range v.Names {
			lit, ok := v.Values[i].(*ast.BasicLit)
			if !ok || !strings.HasPrefix(name.Name, prefix) || ofType != "" && (typed == nil || typed.Name != ofType) {
				continue
			}
			if text, err := strconv.Unquote(lit.Value); err == nil {
				found[name.Name] = text
			}
		}
		return true
	})
	if len(found) == 0 {
		t.Fatalf("no constants %s in %s", prefix, file)
	}
	return found
}

func TestEveryRefusalHasItsSentence(t *testing.T) {
	all := constants(t, "errors.go", "Refused", "")
	maps.Copy(all, constants(t, "order_refused.go", "Refused", ""))
	for name, code := range all {
		for _, args := range [][]string{{"二月三十"}, {"二月三十", "1", "5"}} {
			err := &model.FieldError{Field: "grade", Code: code, Args: args}
			zh, ok := Refusal("customer", err, ZH)
			en, _ := Refusal("customer", err, EN)
			if !ok || !han(zh) || strings.Contains(zh, code) || en == "Grade: "+code || strings.Contains(en, "%!") ||
				!strings.HasPrefix(zh, "客户等级:") || !strings.HasPrefix(en, "Grade: ") {
				t.Errorf("%s: %q, %q", name, zh, en)
			}
			code, problem, ok := Problem("customer", err, ZH)
			if !ok || code != "grade" || "客户等级:"+problem != zh {
				t.Errorf("%s beside its field: %q, %q", name, code, problem)
			}
		}
		if zh := refusal("customer", &model.FieldError{Code: code}, ZH); zh == code {
			t.Errorf("%s without arguments has no sentence", name)
		}
	}
	if _, ok := Refusal("customer", errors.New("other"), ZH); ok {
		t.Error("another error is taken for a refusal")
	}
}

func TestARefusedOptionNamesWhatCanBeChosen(t *testing.T) {
	err := model.CustomerFields.Check(&model.Customer{Name: "刘女士", Class: "vip"})
	zh, _ := Refusal("customer", err, ZH)
	en, _ := Refusal("customer", err, EN)
	if zh != "客户类型:没有「vip」,可选 新客户、意向客户、准客户、优质潜在客户、一般潜在客户" {
		t.Error(zh)
	}
	if en != "Class: there is no “vip”; choose new, interested, ready, warm, cold" {
		t.Error(en)
	}
}

func TestEveryReasonHasItsSentence(t *testing.T) {
	codes := map[string]bool{}
	for _, file := range []string{"today.go", "projectrows.go", "orderrows.go", "orderhabit.go"} {
		ast.Inspect(source(t, file), func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if f, ok := call.Fun.(*ast.Ident); ok && f.Name == "because" {
				if lit, ok := call.Args[0].(*ast.BasicLit); ok {
					codes[strings.Trim(lit.Value, `"`)] = true
				}
			}
			return true
		})
	}
	for _, code := range []string{"step_planned", "step_waits_until"} { // chosen in a variable
		codes[code] = true
	}
	if len(codes) < 18 {
		t.Fatalf("only %v found", codes)
	}
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		for _, args := range [][]string{nil, {"A", "1", "2026-11-18", "3"}} {
			r := model.Reason{Code: code, Args: args}
			zh, en := Reason(r, "2026-11-23", ZH), Reason(r, "2026-11-23", EN)
			if !han(zh) || zh == code || en == code || en == "" {
				t.Errorf("%s %v: %q, %q", code, args, zh, en)
			}
		}
	}
}

func TestReasonsAreSentences(t *testing.T) {
	for _, tt := range []struct {
		zh, en, code string
		args         []string
	}{
		{"11-20建档,还没有联系", "card of 11-20, never contacted", "never_contacted", []string{"2026-11-20"}},
		{"A级每日,上次11-18", "grade A daily, last 11-18", "cadence", []string{"A", "1", "2026-11-18"}},
		{"C级每15天,上次2025-12-30", "grade C every 15 days, last 2025-12-30", "cadence", []string{"C", "15", "2025-12-30"}},
		{"未评级每7天,上次11-20", "ungraded every 7 days, last 11-20", "cadence", []string{"", "7", "2026-11-20"}},
		{"约定11-24", "planned for 11-24", "planned", []string{"2026-11-24", ""}},
		{"约定11-24,上次11-18", "planned for 11-24, last 11-18", "planned", []string{"2026-11-24", "2026-11-18"}},
		{"第3次未接通,原定11-19", "no answer, attempt 3, was due 11-19", "retry", []string{"3", "2026-11-19"}},
		{"11-22投诉未办结:漏水", "complaint of 11-22 still open: 漏水", "case_open", []string{"complaint", "2026-11-22", "漏水"}},
		{"11-20已联系,还没有等级", "reached 11-20, not graded yet", "grade_me", []string{"2026-11-20"}},
		{"预计12-18成交,还有25天", "expected 12-18, in 25 days", "regrade_expected", []string{"B", "A", "2026-12-18", "25"}},
		{"预计11-24成交,还有1天", "expected 11-24, in 1 day", "regrade_expected", []string{"B", "A", "2026-11-24", "1"}},
		{"预计11-18成交,已过", "expected 11-18, past", "regrade_expected", []string{"B", "A", "2026-11-18", "-5"}},
		{"成交状态为丢单", "the deal is lost", "regrade_need", []string{"A", "E", "clear", "lost"}},
		{"需求潜在", "need is potential", "regrade_need", []string{"A", "D", "potential", "prospect"}},
		{"11-24生日,满38岁", "birthday 11-24, turns 38", "birthday", []string{"2026-11-24", "38", ""}},
		{"D01 备料计划11-25", "D01 prepare planned 11-25", "order_node", []string{"D01", "prepare", "2026-11-25"}},
		{"D01 承诺11-25交,还没发货", "D01 promised 11-25, not shipped", "promised", []string{"D01", "2026-11-25"}},
		{"D01 预计11-19到,未确认签收,顺丰速运 SF1", "D01 expected 11-19, receipt not confirmed, 顺丰速运 SF1", "unconfirmed",
			[]string{"D01", "2026-11-19", "顺丰速运", "SF1"}},
		{"D01 预计11-19到,还没到", "D01 expected 11-19, not there", "past_eta", []string{"D01", "2026-11-19", "", ""}},
		{"D01 11-16签收,还没开票", "D01 received 11-16, not invoiced", "uninvoiced", []string{"D01", "2026-11-16"}},
		{"D01 价格待审,11-20起", "D01 prices to be reviewed since 11-20", "review", []string{"D01", "2026-11-20"}},
		{"D01 预留到11-26", "D01 reserved until 11-26", "reserved", []string{"D01", "2026-11-26"}},
		{"D01 11-16报价,还没答复", "D01 quoted 11-16, no answer", "quote_answer", []string{"D01", "2026-11-16"}},
		{"11-22问价,还没报价:18厘板", "asked for a price 11-22, not quoted: 18厘板", "inquiry", []string{"2026-11-22", "18厘板"}},
		{"平常每30天下单,上次10-01", "orders every 30 days, last 10-01", "interval", []string{"30", "2026-10-01"}},
		{"上季度下单10.00,前一季度1,000.00", "last quarter 10.00, the one before 1,000.00", "drop", []string{"1000", "100000", "CNY"}},
		{"收货后每90天回访,11-20收货", "care visit every 90 days, goods received 11-20", "care", []string{"90", "2026-11-20", "2026-11-10"}},
		{"收货后每90天回访,上次11-22", "care visit every 90 days, last 11-22", "care", []string{"90", "2026-11-20", "2026-11-22"}},
		{"11-24生日(农历)", "birthday 11-24 (lunar)", "birthday", []string{"2026-11-24", "", "lunar"}},
	} {
		r := model.Reason{Code: tt.code, Args: tt.args}
		if got := Reason(r, "2026-11-23", ZH); got != tt.zh {
			t.Errorf("%q, want %q", got, tt.zh)
		}
		if got := Reason(r, "2026-11-23", EN); got != tt.en {
			t.Errorf("%q, want %q", got, tt.en)
		}
	}
}

func TestEveryActAndEveryRowHasItsWord(t *testing.T) {
	for name, code := range constants(t, "log.go", "Act", "Act") {
		w, ok := acts[code]
		checkWord(t, name, w, ok)
	}
	for name, code := range constants(t, "today.go", "Row", "RowKind") {
		w, ok := rowKinds[code]
		checkWord(t, name, w, ok)
		row := model.Row{Kind: model.RowKind(code), Case: model.Complaint, Suggested: model.GradeB}
		if zh, en := Kind(row, ZH), Kind(row, EN); !han(zh) || han(en) || en == "" {
			t.Errorf("%s: %q, %q", name, zh, en)
		}
	}
}

func TestEveryTroubleHasItsSentence(t *testing.T) {
	for _, tr := range troubles {
		zh, ok := Trouble(tr.err, ZH)
		en, _ := Trouble(tr.err, EN)
		if !ok || !han(zh) || han(en) || en == "" {
			t.Errorf("%v: %q, %q", tr.err, zh, en)
		}
	}
}

func TestALanguageIsReadFromALocale(t *testing.T) {
	for text, want := range map[string]Lang{"zh": ZH, "zh_CN.UTF-8": ZH, "zh-Hans": ZH, "EN": EN, "en_GB.UTF-8": EN} {
		if got, ok := ParseLang(text); !ok || got != want {
			t.Errorf("%q is %v", text, got)
		}
	}
	for _, text := range []string{"", "C", "POSIX", "de_DE"} {
		if got, ok := ParseLang(text); ok {
			t.Errorf("%q is %v", text, got)
		}
	}
}

func TestWhatIsKeptBesideACustomerIsNamedByItsKindInActs(t *testing.T) {
	for _, kind := range model.AttachedRecords {
		one, many := Record(kind.Record, EN), Records(kind.Record, EN)
		if many == one || strings.ToLower(one) != one {
			t.Errorf("one is %q, several are %q", one, many)
		}
		if got := Act(model.ActDrop, kind.Record, EN); got != "remove "+one {
			t.Errorf("%s: %q", kind.Record, got)
		}
		if got := Act(model.ActItem, kind.Record, ZH); got != "修改"+Record(kind.Record, ZH) {
			t.Errorf("%s: %q", kind.Record, got)
		}
	}
	if got := Act(model.ActDrop, "", ZH); got != "删除资料" {
		t.Error(got)
	}
}
