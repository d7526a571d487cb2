package label

import (
	"cmp"

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

// Take reads what a person typed, by the codes of the fields, into a record. Of
// the table only the fields with a text are set; an amount that names its currency
// sets the record's, and is refused where the record is in another one's, the one
// given.
func Take[T any](record string, table model.Fields[T], texts map[string]string, rec *T, today model.Date, currency string) error {
	own, has := table.ByCode("currency")
	values := map[string]string{"currency": currency}
	if has {
		values["currency"] = cmp.Or(own.Get(rec), currency)
	}
	for _, f := range table {
		text, typed := texts[f.Code]
		if !typed {
			continue
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
