package model

import (
	"encoding/json"
	"strings"
)

// RowJSON is a row of a list as scripts read it (rule 4): an object in the order
// of the columns, with English codes, stored codes as values, dates in ISO form,
// money as {"amount", "currency"}, phones and tags as arrays, flags as booleans;
// what isn't known is null. A record that the row refers to is there by name
// and, behind _id, by id; both are null where there is none.
func (v *View[R]) RowJSON(r *R, at AsOf) json.RawMessage {
	var o object
	meta := v.Meta(r)
	o.put("id", meta.ID)
	currency := ""
	if c, ok := v.Column("currency"); ok {
		currency = c.Get(r, at)
	}
	for i := range v.Columns {
		c := &v.Columns[i]
		switch {
		case c.Plain || c.Extra || c.instant():
		case c.JSON != nil:
			o.put(c.Code, c.JSON(r, at))
		case c.IsRef():
			c.putRef(&o, r, at)
		default:
			o.put(c.Code, c.jsonOf(c.Get(r, at), currency))
		}
	}
	o.put("created_at", meta.CreatedAt)
	o.put("updated_at", meta.UpdatedAt)
	return o.done()
}

// instant: the column is the day of one of the record's instants, which stand
// whole in JSON.
func (c *Column[R]) instant() bool { return c.Code == "created_at" || c.Code == "updated_at" }

func (c *Column[R]) putRef(o *object, r *R, at AsOf) {
	code := strings.TrimSuffix(c.Code, "_id")
	id := refID(c.Get(r, at))
	if id == 0 {
		o.put(code, nil)
		o.put(code+"_id", nil)
		return
	}
	if c.Name != nil {
		o.put(code, c.Name(r))
	}
	o.put(code+"_id", id)
}

// jsonOf is a canonical text as JSON has it.
func (c *Column[R]) jsonOf(text, currency string) any {
	if c.Zero && c.Kind == KindAmount && (text == "" || text == "0") {
		return amountJSON(0, currency)
	}
	return c.jsonValue(text, currency)
}
