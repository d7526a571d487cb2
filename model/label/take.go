package label

import (
	"cmp"
	"slices"
	"strconv"

	"genjin/model"
)

// ReadInto reads what a person typed for a field into values by code. Dates are
// read from the day today. Amounts are in the currency of the values, else in the
// one given, unless they name another, which is then that of the values.
func ReadInto(record string, f model.Spec, text string, values map[string]string, today model.Date, currency string) (err error) {
	record = cmp.Or(f.Named, record)
	switch {
	case f.Kind == model.KindAmount:
		value, named, err := ReadAmount(f, text, cmp.Or(values["currency"], currency))
		values[f.Code], values["currency"] = value, cmp.Or(named, values["currency"])
		return err
	case f.Code == "currency" && model.Clean(text) != "":
		values[f.Code], err = model.ReadCurrency(text)
		return model.At(f.Code, err)
	}
	values[f.Code], err = Read(record, f, text, today, f.Bias)
	return err
}

// Currency is that of the amounts of a record as a person typed them by field: what
// the field of the currency says, else an amount, else what the record was in, else
// the one that is usual. was are the values that the record has had.
//
// Refused: RefusedForeign at an amount that names a currency where another amount,
// or what was typed for the currency, says another one; RefusedOtherMoney at an
// amount that nobody typed and that would become so much of another currency.
func Currency(specs []model.Spec, texts map[string]string, usual string, was func(code string) string) (string, error) {
	own, said := was("currency"), ""
	if text := texts["currency"]; model.Clean(text) != "" {
		var err error
		if said, err = model.ReadCurrency(text); err != nil {
			return "", model.At("currency", err)
		}
	}
	is, at := cmp.Or(said, own, usual, model.DefaultCurrency), ""
	sums := map[string]model.Money{} // that were typed
	for _, f := range specs {
		if sum, err := model.ParseAmount(texts[f.Code], is); err == nil && f.Kind == model.KindAmount {
			sums[f.Code] = sum
		}
	}
	for _, f := range specs {
		if sum, typed := sums[f.Code]; typed && sum.Currency != is && at == "" {
			at = f.Code
		}
	}
	if at != "" {
		if said != "" && said != own {
			return "", model.At(at, model.Refuse(model.RefusedForeign, sums[at].Currency, said))
		}
		for _, f := range specs {
			if sum := sums[f.Code]; sum.Amount != 0 && sum.Currency != sums[at].Currency {
				return "", model.At(at, model.Refuse(model.RefusedForeign, sums[at].Currency, sum.Currency))
			}
		}
		is = sums[at].Currency
	}
	for _, f := range specs {
		_, typed := texts[f.Code]
		kept, _ := strconv.ParseInt(was(f.Code), 10, 64)
		if f.Kind == model.KindAmount && !typed && kept != 0 && own != "" && is != own {
			return "", model.At(f.Code, model.Refuse(model.RefusedOtherMoney, model.Money{Amount: kept, Currency: own}.String(), is))
		}
	}
	return is, nil
}

// asked are the fields that a person may type.
func asked(specs []model.Spec) []model.Spec {
	return slices.DeleteFunc(specs, func(f model.Spec) bool { return f.Kept })
}

// Take reads what a person typed, by the codes of the fields, into a record. Of
// the table only the fields with a text are set; an amount that names its currency
// sets the record's, see Currency, and is refused where the record is in another
// one's, the one given.
func Take[T any](record string, table model.Fields[T], texts map[string]string, rec *T, today model.Date, currency string) error {
	_, has := table.ByCode("currency")
	is, err := Currency(asked(table.Specs()), texts, currency, func(code string) string {
		f, ok := table.ByCode(code)
		if !ok || !has {
			return ""
		}
		return f.Get(rec)
	})
	if err != nil {
		return err
	}
	values := map[string]string{"currency": is}
	for _, f := range table {
		text, typed := texts[f.Code]
		if !typed || f.Code == "currency" {
			continue
		}
		if !has && currency != "" {
			values["currency"] = currency
		}
		if err := ReadInto(record, f.Spec, text, values, today, currency); err != nil {
			return err
		}
		if named := values["currency"]; !has && named != currency && currency != "" {
			return model.At(f.Code, model.Refuse(model.RefusedForeign, named, currency))
		}
	}
	for _, f := range table {
		if value, read := values[f.Code]; read {
			f.Set(rec, value)
		}
	}
	return nil
}
