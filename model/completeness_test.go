package model_test

import (
	"strings"
	"testing"

	"genjin/model"
)

// person is a card with everything that is wanted of a person.
func person() model.Customer {
	return model.Customer{
		Name: "刘女士", Kind: model.Person, Gender: model.Female, Phones: "13800138000", Address: "佛山", Interest: "X7", Source: "walk_in",
		Need: model.NeedClear, Decides: model.Yes, ExpectedOn: "2026-12-18", ExpectedAmount: 12_000_000, Class: model.ClassReady,
		NextAction: "订车", Grade: model.GradeA,
	}
}

func TestCompletenessIsTheShareOfWhatIsWanted(t *testing.T) {
	for _, tt := range []struct {
		name    string
		change  func(*model.Customer)
		percent int
		missing string
	}{
		{"everything", func(*model.Customer) {}, 100, ""},
		{"WeChat is enough", func(c *model.Customer) { c.Phones, c.WeChat = "", "liu88" }, 100, ""},
		{"an email is not, for a person", func(c *model.Customer) { c.Phones, c.Email = "", "liu@example.com" }, 92, "phones"},
		{"the need is not known", func(c *model.Customer) { c.Need = model.NeedUnknown }, 91, "need"},
		{"a clear need wants a date", func(c *model.Customer) { c.ExpectedOn = "" }, 92, "expected_on"},
		{"another does not", func(c *model.Customer) { c.Need, c.ExpectedOn = model.NeedPotential, "" }, 100, ""},
		{"no power to decide is known as well", func(c *model.Customer) { c.Decides = model.No }, 100, ""},
		{"a company has no gender, and terms", func(c *model.Customer) { c.Kind, c.Gender = model.Company, "" }, 92, "terms"},
		{"a company's email is enough", func(c *model.Customer) {
			c.Kind, c.Terms, c.Phones, c.Email = model.Company, "月结30天", "", "a@example.com"
		}, 100, ""},
		{"the order is that of the card", func(c *model.Customer) {
			c.NextAction, c.Address, c.ExpectedAmount, c.Gender, c.Source = "", "", 0, "", ""
		}, 61, "gender address source expected_amount next_action"},
	} {
		c := person()
		tt.change(&c)
		got := c.Completeness()
		if got.Percent != tt.percent || strings.Join(got.Missing, " ") != tt.missing {
			t.Errorf("%s: %d %% %v, want %d %% %s", tt.name, got.Percent, got.Missing, tt.percent, tt.missing)
		}
	}
}

func TestACardIsThinUnderSixtyPercent(t *testing.T) {
	c := person()
	c.NextAction, c.Address, c.ExpectedAmount, c.Gender, c.Source = "", "", 0, "", ""
	if c.Thin() {
		t.Errorf("61 %% are thin")
	}
	c.Interest = ""
	if !c.Thin() {
		t.Errorf("%d %% are not thin", c.Completeness().Percent)
	}
	for grade, thin := range map[model.Grade]bool{model.GradeB: true, model.GradeC: false, model.GradeD: false,
		model.GradeE: false, model.Ungraded: false} {
		if c.Grade = grade; c.Thin() != thin {
			t.Errorf("grade %q: thin %t", grade, c.Thin())
		}
	}
}
