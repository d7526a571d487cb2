package cli

import (
	"context"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/tui/words"
)

// anotherOne is what --row calls a customer of their own.
const anotherOne = "new"

// rowChoices reads whom rows mean: 5=new, 5=#12, 客户!5=恒基.
func (r *run) rowChoices(ctx context.Context, st model.Desk, rows []string, files int) ([]model.RowChoice, error) {
	if len(rows) > 0 && files > 1 {
		return nil, r.wrong(words.RowForOne)
	}
	var list []model.RowChoice
	for _, text := range rows {
		place, who, ok := strings.Cut(text, "=")
		sheet, number, apart := cutLast(place, "!")
		if !apart {
			sheet, number = "", place
		}
		row, err := strconv.Atoi(strings.TrimSpace(number))
		if who = strings.TrimSpace(who); !ok || err != nil || row < 1 || who == "" {
			return nil, r.wrong(words.BadRow, text)
		}
		c := model.RowChoice{Sheet: strings.TrimSpace(sheet), Row: row}
		if !strings.EqualFold(who, anotherOne) {
			customer, err := r.customer(ctx, st, who)
			if err != nil {
				return nil, err
			}
			c.Customer = customer.ID
		}
		list = append(list, c)
	}
	return list, nil
}

// cutLast cuts a text around the last separator.
func cutLast(text, sep string) (before, after string, ok bool) {
	at := strings.LastIndex(text, sep)
	if at < 0 {
		return text, "", false
	}
	return text[:at], text[at+len(sep):], true
}
