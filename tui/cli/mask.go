package cli

import (
	"context"
	"io"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/model/pattern"
	"genjin/tui/words"
)

// The choices of --mask.
const (
	maskYes = "yes"
	maskNo  = "no"
)

// private settles whether private data is masked in what is printed for people:
// as --mask says, else at a terminal by the setting. Scripts, who ask for JSON, and
// files have it whole.
func (r *run) private() bool {
	switch r.mask {
	case maskYes:
		return true
	case maskNo:
		return false
	}
	return r.Terminal && r.st != nil && r.set.PrivacyMask
}

func (r *run) checkMask() error {
	if r.mask != "" && r.mask != maskYes && r.mask != maskNo {
		return r.wrong(words.NotOneOf, r.mask, maskYes+", "+maskNo)
	}
	return nil
}

// value is a field's canonical value in words, masked where that is asked for.
func (r *run) value(record string, f model.Spec, value, currency string) string {
	if r.private() {
		value = label.Mask(f, value)
	}
	return label.Show(record, f, value, currency, r.lang)
}

// loggedValue is the same of a value in the log.
func (r *run) loggedValue(record, code, value string) string {
	if r.private() {
		value = label.MaskValue(record, code, value)
	}
	return label.Value(record, code, value, r.lang)
}

// phones are those of a customer in a line.
func (r *run) phones(c *model.Customer) string {
	f, _ := model.CustomerFields.ByCode("phones")
	return strings.ReplaceAll(r.value(model.RowOfCustomer, f.Spec, string(c.Phones), ""), "\n", " / ")
}

func (r *run) address(c *model.Customer) string {
	f, _ := model.CustomerFields.ByCode("address")
	return r.value(model.RowOfCustomer, f.Spec, c.Address, "")
}

// masking masks the numbers of persons in texts on their way out, whoever wrote
// them.
type masking struct {
	io.Writer
	of *run
}

// colours are what steers them in a text.
var colours = pattern.Of("\x1b\\[[0-9;]*m")

func (m masking) Write(b []byte) (int, error) {
	if !m.of.private() || m.of.asJSON {
		return m.Writer.Write(b)
	}
	var masked strings.Builder
	text, from := string(b), 0
	for _, at := range append(colours.FindAllStringIndex(text, -1), []int{len(text), len(text)}) {
		masked.WriteString(label.MaskText(text[from:at[0]]) + text[at[0]:at[1]])
		from = at[1]
	}
	_, err := io.WriteString(m.Writer, masked.String())
	return len(b), err
}

// askIDs asks at a terminal before numbers of identity and of accounts leave the
// file; whoever runs a script has decided.
func (r *run) askIDs(ctx context.Context, st model.Store, kind string, o exportOptions) error {
	company, _ := model.KindOf("company")
	if !r.Terminal || o.withIDs || o.passphraseFile != "" || model.IsProtected(o.out) ||
		kind != model.ExportAll && kind != company.ListName() {
		return nil
	}
	list := st.ItemList(company.Record)
	ids, err := list.IDs(ctx, model.Query{})
	if err != nil {
		return err
	}
	rows, err := list.Rows(ctx, ids, false)
	numbers := 0
	for _, row := range rows {
		for _, code := range []string{"legal_rep_id", "bank_account"} {
			if row.Values[code] != "" {
				numbers++
			}
		}
	}
	if err != nil || numbers == 0 {
		return err
	}
	return r.failed(words.HasIDs, numbers)
}
