package store

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"genjin/model"
)

const contactsOf = "SELECT group_concat(name || ' ' || gender || ' ' || department || ' ' || birthday, ', ') FROM contact"

// What a list says of a company's contact is the contact's: sex, birthday and
// department; beside the salesperson a department is the team (rule 1.1).
func TestAContactHasSexAndDepartment(t *testing.T) {
	for name, tt := range map[string]struct{ text, query, want string }{
		"beside the contact":         {"客户名称,联系人,性别,部门,手机,生日\n甲有限公司,贺敏,女,采购部,13900001001,1980-01-13\n", contactsOf, "贺敏 female 采购部 1980-01-13"},
		"a company by its kind":      {"客户名称,客户性质,联系人,性别,手机,客户来源\n甲,企业,贺敏,女,13900001001,展会\n", contactsOf, "贺敏 female  "},
		"in words of their own":      {"客户名称,联系人,联系人性别,联系人部门,手机,客户来源\n甲有限公司,贺敏,女士,采购部,13900001001,展会\n", contactsOf, "贺敏 female 采购部 "},
		"beside the salesperson":     {"客户名称,联系人,手机,业务员,部门,客户来源\n甲有限公司,贺敏,13900001001,李静,销售一部,展会\n", "SELECT team FROM customer", "销售一部"},
		"of a list without contacts": {"客户名称,手机,部门\n甲,13900001001,销售一部\n", "SELECT team FROM customer", "销售一部"},
		"of a job without a person": {"客户名称,手机,部门,职务\n甲有限公司,13900001001,采购部,经理\n", "SELECT team || remark FROM customer",
			"部门:采购部\n职务:经理"},
		"sex and birthday of a job without a person": {"客户名称,手机,性别,生日,职务\n甲有限公司,13900001001,女,1980-01-13,经理\n",
			"SELECT gender || birthday || remark FROM customer", "性别:女\n生日:1980-01-13\n职务:经理"},
		"a person's own": {"客户名称,联系人,性别,部门,手机,客户来源\n贺敏,贺敏,女,采购部,13900001001,展会\n", "SELECT gender || remark FROM customer",
			"female部门:采购部"},
	} {
		s := open(t, "2026-11-29")
		refused, _ := taken(t, s, "t.csv", tt.text, ImportOptions{})
		var got string
		if err := s.db.QueryRow(tt.query).Scan(&got); err != nil || refused > 0 || got != tt.want {
			t.Errorf("%s: %q, want %q; %d refused, %v", name, got, tt.want, refused, err)
		}
	}
}

// Sex and department of a contact come back from every format that writes
// contacts, and are in the log.
func TestSexAndDepartmentOfAContactGoThroughEveryFormat(t *testing.T) {
	ctx := context.Background()
	contact := model.Contact{CustomerID: 1, Name: "贺敏", Gender: model.Female, Department: "采购部; 二科", Phones: "13900001001", Role: "finance"}
	from := open(t, "2026-11-29")
	if _, err := from.AddCustomer(ctx, model.Customer{Name: "甲有限公司", Kind: model.Company, Phones: "0512-66660000"}); err != nil {
		t.Fatal(err)
	}
	values := map[string]string{}
	for _, f := range model.ContactFields {
		values[f.Code] = f.Get(&contact)
	}
	kept, err := from.SaveItem(ctx, model.Item{Record: "contact", CustomerID: 1, Values: values})
	if err != nil {
		t.Fatal(err)
	}
	for _, ext := range []string{".csv", ".xlsx", ".json", ".vcf"} {
		s := open(t, "2026-11-29")
		path := filepath.Join(t.TempDir(), "contacts"+ext)
		if _, err := from.Export(ctx, path, model.Export{Kind: model.ExportContacts, IDs: []int64{kept.ID}}); err != nil {
			t.Fatal(ext, err)
		}
		p, err := s.PreviewImport(ctx, path, ImportOptions{Create: true})
		if err != nil {
			t.Fatal(ext, err)
		}
		if _, err := s.Import(ctx, p, false); err != nil {
			t.Fatal(ext, err, p.Document, p.Rows[0].Err)
		}
		var got, logged string
		row := s.db.QueryRow("SELECT gender || ' ' || department || ' ' || role || remark FROM contact")
		if err := row.Scan(&got); err != nil || got != "female 采购部; 二科 finance" {
			t.Errorf("%s: %q %v", ext, got, err)
		}
		if err := s.db.QueryRow("SELECT group_concat(after) FROM change WHERE record = 'contact'").Scan(&logged); err != nil ||
			!strings.Contains(logged, "采购部") {
			t.Errorf("%s: the log says %q %v", ext, logged, err)
		}
	}
}
