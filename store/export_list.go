package store

import (
	"context"
	"io"

	"genjin/model"
	"genjin/model/label"

	"genjin/store/files"
)

// listWriter writes rows of a view as a list, in the order of the ids: what the
// person chose to see, or every column.
func listWriter[R any](
	ctx context.Context, s *Store, l model.Lister[R], words label.List[R], e model.Export, lang label.Lang, format string,
) (int, func(io.Writer) error, error) {
	at, err := l.AsOf(ctx)
	if err != nil {
		return 0, nil, err
	}
	rows, err := inParts(ctx, e.IDs, func(ctx context.Context, ids []int64) ([]R, error) { return l.Rows(ctx, ids, true) })
	if err != nil {
		return 0, nil, err
	}
	phones, err := s.apart(ctx)
	if err != nil {
		return 0, nil, err
	}
	if format == "json" {
		return len(rows), func(w io.Writer) error { return files.ListJSON(w, l.View(), rows, at, phones) }, nil
	}
	g, err := files.List(words, rows, e.Columns, at, lang, phones)
	return len(rows), gridWriter(g, format), err
}

// filed write the records of a kind as their list shows them.
var filed = listWriters()

type writesList func(ctx context.Context, s *Store, e model.Export, lang label.Lang, format string) (int, func(io.Writer) error, error)

func listWriters() map[string]writesList {
	all := map[string]writesList{
		model.ExportCustomers:   writesRows(label.Customers, (*Store).CustomerList),
		model.ExportJournal:     writesRows(label.Journal, (*Store).JournalList),
		model.ExportContacts:    writesRows(label.Contacts, (*Store).ContactList),
		model.ExportPayments:    writesRows(label.Payments, (*Store).PaymentList),
		model.ExportReceivables: writesRows(label.Receivables, (*Store).ReceivableList),
		model.ExportProducts:    writesRows(label.Products, (*Store).ProductList),
		model.ExportProjects:    writesRows(label.Projects, (*Store).ProjectList),
		model.ExportMarket:      writesRows(label.Market, (*Store).MarketList),
		model.ExportCampaigns:   writesRows(label.Campaigns, (*Store).CampaignList),
		model.ExportCredits:     writesRows(label.Credits, (*Store).CreditList),
		model.ExportChasing:     writesRows(label.Chasing, (*Store).ChasingList),
		model.ExportPromises:    writesRows(label.Promises, (*Store).PromiseList),
		model.ExportTemplates:   writesRows(label.Templates, (*Store).TemplateList),
	}
	for name, words := range label.Items {
		all[name] = writesRows(words, func(s *Store) model.Lister[model.ItemOf] { return s.ItemList(words.Record) })
	}
	return all
}

func writesRows[R any](words label.List[R], of func(*Store) model.Lister[R]) writesList {
	return func(ctx context.Context, s *Store, e model.Export, lang label.Lang, format string) (int, func(io.Writer) error, error) {
		return listWriter(ctx, s, of(s), words, e, lang, format)
	}
}
