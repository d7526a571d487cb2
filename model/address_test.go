package model

import "testing"

func TestATitleInANameIsTheWayToAddressThePerson(t *testing.T) {
	for _, tt := range []struct {
		name, called string
		titled       bool
	}{
		{"李太太", "李太太", true},
		{"钱总", "钱总", true},
		{"张经理", "张经理", true},
		{"王副总经理", "王副总经理", true},
		{"赵校长（师院）", "赵校长", true},
		{"赵校长(师院)", "赵校长", true},
		{"赵（师院）校长", "赵校长", true},
		{"赵校长【师院】", "赵校长", true},
		{"赵校长（师院", "赵校长", true},
		{"赵校长 ［师院(东区)］", "赵校长", true},
		{"孙老板", "孙老板", true},
		{"周主任", "周主任", true},
		{"吴老师", "吴老师", true},
		{"郑师傅", "郑师傅", true},
		{"陈医生", "陈医生", true},
		{"陈医生 牙科", "陈医生 牙科", true},
		{"王芳姐", "王芳姐", true},
		{"强哥", "强哥", true},
		{"冯阿姨", "冯阿姨", true},
		{"董先生", "董先生", true},
		{"刘女士", "刘女士", true},
		{"黄小姐", "黄小姐", true},
		{"沈厂长", "沈厂长", true},
		{"韩院长", "韩院长", true},
		{"杨局长", "杨局长", true},
		{"朱处长", "朱处长", true},
		{"秦科长", "秦科长", true},
		{"李工", "李工", true},
		{"王董", "王董", true},
		{"欧阳工", "欧阳工", true},
		{"老王", "老王", true},
		{"小李(二期)", "小李", true},
		{"Mr. Smith", "Mr. Smith", true},
		{"Mr Smith", "Mr Smith", true},
		{"Dr. Wang (Suzhou)", "Dr. Wang", true},
		{"单雄信", "单雄信", false},
		{"周敏（财务）", "周敏", false},
		{"董建国", "董建国", false},
		{"董工农", "董工农", false},
		{"王建工", "王建工", false},
		{"总", "总", false},
		{"J. Smith", "J. Smith", false},
		{"Don Drummond", "Don Drummond", false},
		{"（师院）", "（师院）", false},
		{"", "", false},
	} {
		if called, titled := Addressed(tt.name); called != tt.called || titled != tt.titled {
			t.Errorf("%s: %q %v, want %q %v", tt.name, called, titled, tt.called, tt.titled)
		}
	}
}

func TestANoteIsNoPartOfTheNameOnAPaper(t *testing.T) {
	for _, tt := range []struct {
		kind       CustomerKind
		name, want string
	}{
		{Person, "赵校长（师院）", "赵校长"},
		{"", "周敏 (财务)", "周敏"},
		{Company, "恒基板材（老客户）", "恒基板材"},
		{Company, "恒基板材 (慢付)[催]", "恒基板材"},
		{Company, "佛山（南海）板材有限公司", "佛山（南海）板材有限公司"},
		{Company, "杭州机械有限公司(分公司)", "杭州机械有限公司(分公司)"},
		{Company, "中天会计师事务所（特殊普通合伙）", "中天会计师事务所（特殊普通合伙）"},
		{Company, "（待查）", "（待查）"},
	} {
		c := Customer{Kind: tt.kind, Name: tt.name}
		if got := c.Addressee(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestATitleTellsTheGender(t *testing.T) {
	for name, want := range map[string]Gender{
		"董先生": Male, "强哥": Male, "王(先生)": Male, "Mr. Smith": Male, "刘女士": Female, "李太太": Female, "王芳姐": Female, "黄小姐（财务）": Female,
		"孙老板娘": Female, "Mrs Lee": Female, "孙老板": "", "周敏": "", "先生": "", "Mira Lee": "", "哥": "", "": "",
	} {
		if got := GenderByTitle(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
