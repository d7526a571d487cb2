package store

import (
	"context"
	"errors"
	"strings"
	"testing"

	"genjin/model"
)

// listed is the names that a query finds, in its order.
func listed(t *testing.T, s *Store, q model.Query) string {
	t.Helper()
	ctx := context.Background()
	ids, err := s.CustomerIDs(ctx, q)
	if err != nil {
		t.Fatal(err)
	}
	cards, err := s.CustomersByID(ctx, ids)
	if err != nil || len(cards) != len(ids) {
		t.Fatalf("%d cards of %d ids, %v", len(cards), len(ids), err)
	}
	var found []string
	for _, c := range cards {
		found = append(found, c.Name)
	}
	return strings.Join(found, " ")
}

func withSamples(t *testing.T) *Store {
	t.Helper()
	s := open(t, "2026-11-24")
	for _, c := range []model.Customer{
		{Name: "董先生", Phones: "159 3594 6108", WeChat: "Dong_88"}, {Name: "刘女士", Phones: "+86 138-0013-8000"},
		{Name: "佛山恒基板材有限公司", Phones: "0757-83330001\n13700000009"},
		{Name: "单雄信", Phones: "13700000001", Tags: "VIP\n急"}, {Name: "欧阳静", Phones: "+86 137-0000-0002", Tags: "VIP2"},
		{Name: "Blue Harbour Trading Ltd.", Phones: "+44 20 7946 0018", Email: "Ann@Blue.example"},
		{Name: "曾国富", Phones: "13700000003"}, {Name: "重庆长安"}, {Name: "解珍"}, {Name: "ＡＢＣ　建材"}, {Name: "Émile Zola"}, {Name: "任我行"}, {Name: "查良镛"},
	} {
		add(t, s, c)
	}
	return s
}

func TestACustomerIsFoundByCharactersPinyinInitialsAndDigits(t *testing.T) {
	s := withSamples(t)
	for search, want := range map[string]string{
		"董": "董先生", "董先生": "董先生", "先生": "董先生", "女士": "刘女士", "恒基": "佛山恒基板材有限公司", "佛山恒基板材有限公司": "佛山恒基板材有限公司",
		"dongxiansheng": "董先生", "dong xian": "董先生", "xiansheng": "董先生",
		"shanxiongxin": "单雄信", "sxx": "单雄信", "danxiongxin": "单雄信", "zengguofu": "曾国富", "zgf": "曾国富", "ouyangjing": "欧阳静",
		"ouyang": "欧阳静", "oyj": "欧阳静",
		"chongqing": "重庆长安", "chongqingchangan": "重庆长安", "cqca": "重庆长安", "xiezhen": "解珍", "renwoxing": "任我行", "zhaliangyong": "查良镛",
		"15935946108": "董先生", "159 3594": "董先生", "159-3594-6108": "董先生", "6108": "董先生", "３５９４": "董先生", "+8613800138000": "刘女士",
		"+86 138": "刘女士", "83330001": "佛山恒基板材有限公司", "0757": "佛山恒基板材有限公司",
		"79460018": "Blue Harbour Trading Ltd.", "blue": "Blue Harbour Trading Ltd.", "Harbour T": "Blue Harbour Trading Ltd.",
		"ann@blue": "Blue Harbour Trading Ltd.", "dong_88": "董先生",
		"abc": "ＡＢＣ　建材", "ABC建材": "ＡＢＣ　建材", "abc 建": "ＡＢＣ　建材", "émile": "Émile Zola", "É": "Émile Zola",
		"没有": "", "zzz": "", "999999": "",
	} {
		if got := listed(t, s, model.Query{Search: search}); got != want {
			t.Errorf("%q finds %q, want %q", search, got, want)
		}
	}
}

func TestInitialsFindACustomerInAnyReadingAndCase(t *testing.T) {
	s := withSamples(t)
	for _, search := range []string{"dxs", "DXS", "ｄｘｓ", "d x s"} {
		// 单雄信 can also be read dan xiong shen.
		if got := listed(t, s, model.Query{Search: search}); got != "董先生 单雄信" {
			t.Errorf("%q finds %q", search, got)
		}
	}
}

func TestASearchForNothingIsTheWholeList(t *testing.T) {
	s := withSamples(t)
	all := listed(t, s, model.Query{})
	for _, search := range []string{" ", "　", "\u200b", "\t\n"} {
		if got := listed(t, s, model.Query{Search: search}); got != all {
			t.Errorf("%q finds %q", search, got)
		}
	}
}

func TestWhatFitsBetterIsFoundFirst(t *testing.T) {
	s := open(t, "2026-11-24")
	for _, name := range []string{"老王电器", "小王", "王府", "王", "阿王五", "王二小"} {
		add(t, s, model.Customer{Name: name})
	}
	if got := listed(t, s, model.Query{Search: "王"}); got != "王 王二小 王府 阿王五 老王电器 小王" {
		t.Errorf("by fit: %q", got)
	}
	if got := listed(t, s, model.Query{Search: "王", Sort: "id"}); got != "老王电器 小王 王府 王 阿王五 王二小" {
		t.Errorf("by id: %q", got)
	}
	if got := listed(t, s, model.Query{Search: "wang"}); !strings.HasPrefix(got, "王 王二小 王府 ") {
		t.Errorf("by pinyin: %q", got)
	}
}

func TestAListIsOrderedAsAPhoneBookOrByAField(t *testing.T) {
	s := withSamples(t)
	if got := listed(t, s, model.Query{}); got != "ＡＢＣ　建材 Blue Harbour Trading Ltd. 重庆长安 董先生 佛山恒基板材有限公司 刘女士 欧阳静 任我行 单雄信 解珍 曾国富 "+
		"查良镛 Émile Zola" {
		t.Errorf("by name: %q", got)
	}
	ctx := context.Background()
	ids, err := s.CustomerIDs(ctx, model.Query{Search: "sxx"})
	if err != nil || len(ids) != 1 {
		t.Fatal(ids, err)
	}
	shan, err := s.Customer(ctx, ids[0])
	if err != nil {
		t.Fatal(err)
	}
	shan.Grade = model.GradeB
	if _, err := s.SaveCustomer(ctx, shan, ""); err != nil {
		t.Fatal(err)
	}
	if got := listed(t, s, model.Query{Sort: "grade"}); !strings.HasPrefix(got, "单雄信 ") {
		t.Errorf("by grade: %q", got)
	}
	if got := listed(t, s, model.Query{Sort: "grade", Desc: true}); !strings.HasPrefix(got, "单雄信 ") {
		t.Errorf("what is not known comes last in either direction: %q", got)
	}
	for _, q := range []model.Query{{Sort: "no_such"}, {Sort: "id; DROP TABLE customer"}} {
		if _, err := s.CustomerIDs(ctx, q); err == nil {
			t.Errorf("%+v is taken", q)
		}
	}
}

func TestArchivedCustomersAreInAListOfTheirOwn(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	a, b := add(t, s, model.Customer{Name: "董先生"}), add(t, s, model.Customer{Name: "刘女士"})
	if err := s.Archive(ctx, []int64{a.ID}, true); err != nil {
		t.Fatal(err)
	}
	for _, search := range []string{"", "s"} {
		if got := listed(t, s, model.Query{Search: search}); got != b.Name {
			t.Errorf("%q: %q", search, got)
		}
		if got := listed(t, s, model.Query{Search: search, Archived: true}); got != a.Name {
			t.Errorf("%q, archived: %q", search, got)
		}
	}
}

func TestCardsAreReadInTheOrderOfTheirIDs(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	a, b := add(t, s, model.Customer{Name: "a"}), add(t, s, model.Customer{Name: "b"})
	cards, err := s.CustomersByID(ctx, []int64{b.ID, 99, a.ID})
	if err != nil || len(cards) != 2 || cards[0] != b || cards[1] != a {
		t.Errorf("%+v, %v", cards, err)
	}
	many := make([]int64, 100_000) // more than SQL takes as arguments
	for i := range many {
		many[i] = int64(i)
	}
	if cards, err := s.CustomersByID(ctx, many); err != nil || len(cards) != 2 {
		t.Errorf("%d of many, %v", len(cards), err)
	}
}

func TestANameIsRecognisedWithoutWhatCompaniesWear(t *testing.T) {
	for name, want := range map[string]string{
		"恒基": "恒基", "恒基有限公司": "恒基", "恒基股份有限公司": "恒基", "恒基有限责任公司": "恒基", "恒基集团": "恒基", "恒基公司": "恒基", "恒基分公司": "恒基",
		"佛山市恒基有限公司": "恒基", "广东省佛山市恒基": "恒基", "广东省恒基板材有限公司": "恒基板材", "内蒙古自治区恒基": "恒基", "广西壮族自治区南宁市恒基": "恒基", "新疆维吾尔自治区恒基": "恒基", "香港特别行政区恒基": "恒基",
		"恒基(佛山)有限公司": "恒基佛山", "恒基（佛山）有限公司": "恒基佛山", "「恒基」": "恒基", "恒 基　": "恒基", "恒基·板材": "恒基板材",
		"北京市王": "北京市王", "佛山市": "佛山市", "有限公司": "有限公司", "---": "---",
		"大地市政工程有限公司": "大地市政工程", "宏远市场": "宏远市场", "东风市场部": "东风市场部", "佛山市市政工程公司": "市政工程",
		"Blue Harbour Trading Ltd.": "blueharbourtrading", "BLUE HARBOUR TRADING CO., LTD": "blueharbourtrading",
		"ＡＢＣ　建材": "abc建材", "Incorporated Art Inc": "incorporatedart",
		"董先生": "董先生", "刘女士 ": "刘女士",
	} {
		if got := model.BareName(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

func TestOneCustomerIsMeantByIDNamePhoneOrSearch(t *testing.T) {
	ctx := context.Background()
	s := withSamples(t)
	add(t, s, model.Customer{Name: "刘女士", Phones: "13912345678"})
	for text, want := range map[string]string{
		"#4": "单雄信", "单雄信": "单雄信", "佛山恒基板材": "佛山恒基板材有限公司", "13800138000": "刘女士", "137-0000-0003": "曾国富", "sxx": "单雄信",
		"harbour": "Blue Harbour Trading Ltd.", " 解珍 ": "解珍",
	} {
		if got, err := s.Resolve(ctx, text); err != nil || got.Name != want {
			t.Errorf("%q: %q, %v; want %q", text, got.Name, err, want)
		}
	}
	var ambiguous *model.AmbiguousError
	if _, err := s.Resolve(ctx, "刘女士"); !errors.As(err, &ambiguous) || len(ambiguous.Customers) != 2 || !errors.Is(err, model.ErrAmbiguous) {
		t.Errorf("two of one name: %v", err)
	}
	for _, text := range []string{"#99", "nobody", "10086", "", "  "} {
		if got, err := s.Resolve(ctx, text); !errors.Is(err, model.ErrNotFound) {
			t.Errorf("%q: %q, %v", text, got.Name, err)
		}
	}
}
