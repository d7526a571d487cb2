package store

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"genjin/model"
	"genjin/model/label"

	"genjin/store/files"
	"genjin/store/seal"
)

// Export writes records to a file, in the form that its extension says, 0600
// and as a whole: what stood there is replaced by the complete file or not at
// all. It returns how many records there are. What can't be written so is
// refused with model.RefusedFormat. With a passphrase the file is protected;
// a name that says so (model.IsProtected) needs one. The export is logged
// (rule 1.9).
func (s *Store) Export(ctx context.Context, path string, e model.Export) (int, error) {
	protected := model.IsProtected(path)
	if protected && e.Passphrase == "" {
		return 0, model.ErrSealed
	}
	n, write, err := s.writer(ctx, e, formatOf(path))
	if err != nil {
		return 0, err
	}
	if protected || e.Passphrase != "" {
		bare := write
		write = func(w io.Writer) error { return seal.Write(w, e.Passphrase, bare) }
	}
	return n, s.export(ctx, path, n, write)
}

// ExportTo writes records where a pipe takes them, in a form of
// model.ExportFormats.
func (s *Store) ExportTo(ctx context.Context, w io.Writer, e model.Export, format string) (int, error) {
	n, write, err := s.writer(ctx, e, format)
	if err != nil {
		return 0, err
	}
	return n, s.noted(ctx, fmt.Sprintf("%s %s (%d)", e.Kind, format, n), func() error { return write(w) })
}

// formatOf is the form that a file's extension says; that it is protected is none.
func formatOf(path string) string {
	if model.IsProtected(path) {
		path = path[:len(path)-len(model.Protected)]
	}
	return strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), ".")
}

func formatRefused(format string, formats []string) error {
	return fmt.Errorf("%w: %w", model.ErrFileFormat, model.Refuse(model.RefusedFormat, append([]string{"." + format}, formats...)...))
}

// exportReport writes a report of so many lines to a file, by its extension in
// one of the forms. The export is logged.
func (s *Store) exportReport(ctx context.Context, path string, n int, formats []string,
	write func(format string) func(io.Writer) error) error {
	format := formatOf(path)
	if !slices.Contains(formats, format) {
		return formatRefused(format, formats)
	}
	return s.export(ctx, path, n, write(format))
}

// gridFormats are the forms that gridWriter writes.
var gridFormats = []string{"xlsx", "csv", "md", "html"}

// writer finds what writes a kind of export in a form, and how many records it
// has.
func (s *Store) writer(ctx context.Context, e model.Export, format string) (int, func(io.Writer) error, error) {
	if formats := model.ExportFormats(e.Kind); !slices.Contains(formats, format) {
		return 0, nil, formatRefused(format, formats)
	}
	lang := spoken(e.Lang)
	switch {
	case e.Kind == model.ExportCalendar || format == "ics":
		return s.calendarWriter(ctx, e.IDs, lang)
	case e.Kind == model.ExportForm:
		return s.formWriter(ctx, e.IDs)
	case e.Kind == model.ExportContacts && format == "vcf":
		return s.contactCards(ctx, e.IDs, lang)
	case e.Kind == model.ExportProgress:
		return s.progressWriter(ctx, e.IDs, lang)
	case e.Kind == model.ExportBrief:
		return s.briefWriter(ctx, e.IDs, lang, format)
	case e.Kind == model.ExportUpdate:
		return s.letterWriter(ctx, e.IDs, lang, format)
	case e.Kind == model.ExportOrders:
		return s.ordersWriter(ctx, e, lang, format)
	case e.Kind == model.ExportConfirmation, e.Kind == model.ExportDelivery:
		return s.orderDocument(ctx, e, lang, format)
	case e.Kind == model.ExportPapers, e.Kind == model.ExportHandedOver, e.Kind == model.ExportMinutes:
		return s.dossierWriter(ctx, e, lang)
	case e.Kind == model.ExportScan:
		return s.scanWriter(ctx, e, lang)
	case e.Kind == model.ExportAll:
		return s.allWriter(ctx, e.IDs)
	case e.Kind == model.ExportSubject:
		return s.subjectWriter(ctx, e, lang, format)
	case e.Kind == model.ExportHandover:
		return s.handoverWriter(ctx, e, lang)
	}
	if format == "vcf" {
		cards, err := s.cards(ctx, e.IDs)
		cards.Lang = lang
		return len(cards.Customers), cards.WriteVCards, err
	}
	return filed[e.Kind](ctx, s, e, lang, format)
}

// gridWriter is what writes a table in a form.
func gridWriter(g files.Grid, format string) func(io.Writer) error {
	return map[string]func(io.Writer) error{
		"xlsx": g.WriteWorkbook, "csv": g.WriteCSV, "md": g.WriteMarkdown, "html": g.WriteHTML,
	}[format]
}

// ExportForm writes the paper form 客户基本信息及业务跟踪情况表 as xlsx, a sheet a
// customer in the order of the ids. The export is logged.
func (s *Store) ExportForm(ctx context.Context, path string, ids []int64) error {
	_, err := s.Export(ctx, path, model.Export{Kind: model.ExportForm, IDs: ids})
	return err
}

// ExportCustomers writes cards in the order of the ids as a list with all
// fields, see Export.
func (s *Store) ExportCustomers(ctx context.Context, path string, ids []int64, lang label.Lang) error {
	_, err := s.Export(ctx, path, model.Export{Kind: model.ExportCustomers, IDs: ids, Lang: lang.String()})
	return err
}

func (s *Store) formWriter(ctx context.Context, ids []int64) (int, func(io.Writer) error, error) {
	cards, err := s.cards(ctx, ids)
	if err != nil {
		return 0, nil, err
	}
	if len(cards.Customers) == 0 {
		return 0, nil, model.ErrNotFound
	}
	cards.Entries = map[int64][]model.Entry{}
	for _, c := range cards.Customers {
		if cards.Entries[c.ID], err = journal.query(ctx, s.db, "WHERE customer_id = ? ORDER BY seq, id", c.ID); err != nil {
			return 0, nil, err
		}
	}
	return len(cards.Customers), cards.WriteForms, nil
}

// export writes a file and notes in the log that customers' data left.
func (s *Store) export(ctx context.Context, path string, n int, write func(io.Writer) error) error {
	if err := s.place.apart(path); err != nil {
		return err
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	return s.noted(ctx, fmt.Sprintf("%s (%d)", full, n), func() error { return files.Replace(path, write) })
}

// cards reads the customers of an export and the names of those who brought
// them.
func (s *Store) cards(ctx context.Context, ids []int64) (files.Cards, error) {
	const some = 500 // ids of one query
	k := files.Cards{}
	var referrers []int64
	for part := range slices.Chunk(ids, some) {
		read, err := s.CustomersByID(ctx, part)
		if err != nil {
			return k, err
		}
		k.Customers = append(k.Customers, read...)
	}
	for _, c := range k.Customers {
		if c.Referrer != 0 {
			referrers = append(referrers, c.Referrer)
		}
	}
	of := make([]model.CustomerOf, len(k.Customers))
	for i, c := range k.Customers {
		of[i].Customer = c
	}
	err := s.nameCampaigns(ctx, of)
	if err != nil {
		return k, err
	}
	k.Campaigns = map[int64]string{}
	for _, c := range of {
		k.Campaigns[c.Campaign] = c.CampaignName
	}
	k.Names, err = s.customerNames(ctx, referrers)
	return k, err
}

// spoken is the language by its code; Chinese without one.
func spoken(code string) label.Lang {
	lang, _ := label.ParseLang(code)
	return lang
}
