package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
)

type importStore interface {
	PreviewImport(ctx context.Context, path string, o model.ImportOptions) (model.Preview, error)
	Import(ctx context.Context, p model.Preview, keepGood bool) (model.Batch, error)
	WriteRefused(ctx context.Context, path string, p model.Preview) error
	KeepMapping(ctx context.Context, p model.Preview) error
}

// importOptions are what the flags of genjin import say.
type importOptions struct {
	as          string
	mapping     []string
	onDuplicate string
	refused     string
	dryRun      bool
	keepGood    bool
	create      bool
	plain       bool
	asJSON      bool
	unpaidAs    string
}

var (
	documents  = []string{"customers", model.DocumentJournal, model.DocumentContacts, model.DocumentReceivables, model.DocumentPayments, model.DocumentOrders, model.DocumentProducts, model.DocumentProject, model.DocumentForm, model.DocumentList}
	unpaidAs   = []string{string(model.UnpaidOwed), string(model.UnpaidPaid)}
	duplicates = []string{string(model.DuplicateSkip), string(model.DuplicateUpdate), string(model.DuplicateNew)}
)

func (r *run) importCommand() *cobra.Command {
	var o importOptions
	cmd := &cobra.Command{
		Use: "import FILE... [flags]", Short: r.say(aboutImport), Long: r.say(longImport), Example: r.say(exampleImport),
		Args: r.between(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts, err := r.importOptions(o, len(args))
			if err != nil {
				return err
			}
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			return r.importFiles(cmd.Context(), st, args, opts, o)
		},
	}
	fs := cmd.Flags()
	fs.StringVar(&o.as, "as", "", r.say(useAs))
	fs.StringArrayVar(&o.mapping, "map", nil, r.say(useMap))
	fs.StringVar(&o.onDuplicate, "on-duplicate", duplicates[0], r.say(useOnDuplicate))
	fs.BoolVar(&o.dryRun, "dry-run", false, r.say(useDryRun))
	fs.BoolVar(&o.create, "create", false, r.say(useCreate))
	fs.BoolVar(&o.plain, "plain", false, r.say(usePlain))
	fs.BoolVar(&o.keepGood, "keep-good", false, r.say(useKeepGood))
	fs.StringVar(&o.refused, "refused", "", r.say(useRefused))
	fs.BoolVar(&o.asJSON, "json", false, r.say(useJSON))
	fs.StringVar(&o.unpaidAs, "unpaid-as", "", r.say(useUnpaidAs))
	completions(cmd, "as", documents)
	completions(cmd, "unpaid-as", unpaidAs)
	completions(cmd, "on-duplicate", duplicates)
	return cmd
}

// importOptions checks the flags and turns them into the store's options.
func (r *run) importOptions(o importOptions, files int) (model.ImportOptions, error) {
	opts := model.ImportOptions{
		Map: map[string]string{}, OnDuplicate: model.OnDuplicate(o.onDuplicate), Lang: r.lang.String(), As: o.as, Create: o.create, Plain: o.plain,
		Unpaid:   model.UnpaidAs(o.unpaidAs),
		Progress: r.readProgress(),
	}
	if o.as != "" {
		if err := r.oneOf(o.as, documents); err != nil {
			return opts, err
		}
		if o.as == documents[0] {
			opts.As = model.DocumentList
		}
	}
	if err := r.oneOf(o.onDuplicate, duplicates); err != nil {
		return opts, err
	}
	if o.unpaidAs != "" {
		if err := r.oneOf(o.unpaidAs, unpaidAs); err != nil {
			return opts, err
		}
	}
	if o.refused != "" && files > 1 {
		return opts, r.wrong(refusedForOne)
	}
	for _, list := range o.mapping {
		for pair := range strings.SplitSeq(list, ",") {
			header, field, ok := strings.Cut(pair, "=")
			header, field = strings.TrimSpace(header), strings.TrimSpace(field)
			if !ok || header == "" || field == "" {
				return opts, r.wrong(badMap, pair)
			}
			if _, _, known := label.ReadMapping(field); !known && field != model.LeftOut {
				return opts, r.wrong(badMapField, field)
			}
			opts.Map[header] = field
		}
	}
	return opts, nil
}

// importFiles takes the files one after the other, each all or nothing. What
// one of them refuses doesn't hold the others back.
func (r *run) importFiles(ctx context.Context, st importStore, files []string, opts model.ImportOptions, o importOptions) error {
	var results []importJSON
	told := false
	for _, file := range files {
		result, err := r.importFile(ctx, st, file, opts, o)
		if err != nil {
			if len(files) == 1 || ctx.Err() != nil {
				return err
			}
			told = true
			_ = writeString(r.Err, "genjin: "+file+": "+r.explain(err)+"\n")
			continue
		}
		told = told || result.Refused > 0 && !o.keepGood
		results = append(results, result)
	}
	if o.asJSON {
		if err := r.importedJSON(results, len(files)); err != nil {
			return err
		}
	}
	if told {
		return errTold
	}
	return nil
}

// importedJSON prints one object for one file, an array for several.
func (r *run) importedJSON(results []importJSON, files int) error {
	if files == 1 {
		return r.json(results[0])
	}
	return r.array(func(add func(any) error) error {
		for _, result := range results {
			if err := add(result); err != nil {
				return err
			}
		}
		return nil
	})
}

// importFile previews a file, takes it unless something is refused, and writes
// the refused rows to a file of their own.
func (r *run) importFile(ctx context.Context, st importStore, file string, opts model.ImportOptions, o importOptions) (importJSON, error) {
	var result importJSON
	if o.refused != "" {
		if _, err := os.Lstat(o.refused); err == nil {
			return result, r.failed(fileExists, o.refused)
		}
	}
	p, err := st.PreviewImport(ctx, file, opts)
	if err != nil {
		return result, err
	}
	result = r.previewJSON(p, o.dryRun)
	refused := p.Count(model.ResultRefused)
	if !o.dryRun && (refused == 0 || o.keepGood) {
		batch, err := st.Import(ctx, p, o.keepGood)
		if err != nil {
			return result, err
		}
		result.Batch = idOrNull(batch.ID)
		if len(opts.Map) > 0 {
			if err := st.KeepMapping(ctx, p); err != nil {
				return result, err
			}
		}
	}
	if !o.dryRun && refused > 0 {
		path := o.refused
		if path == "" {
			path = refusedBeside(file)
		}
		if err := st.WriteRefused(ctx, path, p); err != nil {
			return result, err
		}
		result.RefusedFile = &path
	}
	if o.asJSON {
		return result, nil
	}
	return result, r.previewText(p, result, o)
}

// refusedBeside is a free name beside the file: list-refused.xlsx. One that is
// there may be being mended.
func refusedBeside(file string) string {
	ext := filepath.Ext(file)
	stem := strings.TrimSuffix(file, ext) + "-refused"
	if kind := strings.ToLower(ext); kind != ".xlsx" && kind != ".csv" {
		ext = ".csv"
	}
	path := stem + ext
	for i := 2; ; i++ {
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return path
		}
		path = stem + "-" + strconv.Itoa(i) + ext
	}
}

// readProgress tells somebody at a terminal how far a large file is read.
func (r *run) readProgress() func(done, total int) {
	const step = 20_000
	told := 0
	return func(done, _ int) {
		if !r.Terminal || done < told+step {
			return
		}
		told = done
		// Progress that can't be shown is no reason to stop.
		_ = writeString(r.Err, r.say(reading, done)+"\n")
	}
}

// previewText prints what becomes of every row, then the counts.
func (r *run) previewText(p model.Preview, result importJSON, o importOptions) error {
	head := strong.Render(model.Clean(filepath.Base(p.File))) + "  " + label.Document(p.Document, r.lang)
	if err := writeString(r.out, head+"\n"); err != nil {
		return err
	}
	t := table{right: map[int]bool{1: true}, head: []string{
		r.say(columnSheet), r.say(columnRow), r.say(columnRecord), label.Field("customer", "name", r.lang), r.say(columnResult), r.say(columnWhy),
	}}
	for _, row := range p.Rows {
		t.add(plain(row.Sheet), plain(strconv.Itoa(row.Row)), plain(label.Record(row.Record, r.lang)), plain(row.Name),
			r.resultCell(row.Result), plain(r.rowReason(row)))
	}
	if err := t.write(r.out); err != nil {
		return err
	}
	if err := r.columnNotes(p); err != nil {
		return err
	}
	return r.outcome(p, result, o)
}

// columnNotes says what of the columns isn't plain: those not recognised, those
// that share a field, and a mapping that was remembered.
func (r *run) columnNotes(p model.Preview) error {
	var remembered []string
	for header, field := range p.Map {
		remembered = append(remembered, header+"="+field)
	}
	slices.Sort(remembered)
	if !p.Remembered {
		remembered = nil
	}
	for _, note := range []struct {
		t     text
		items []string
	}{{mappingRemembered, remembered}, {unknownHeaders, p.Unknown}, {skippedSheets, p.Skipped}} {
		if len(note.items) > 0 {
			if err := r.line(note.t, model.Clean(strings.Join(note.items, ", "))); err != nil {
				return err
			}
		}
	}
	for _, f := range p.Shared {
		t := sharedFirst
		if f.Joined {
			t = sharedJoined
		}
		record, code, _ := strings.Cut(f.Field, ".")
		if err := r.line(t, strings.Join(f.Headers, ", "), label.Field(record, code, r.lang)); err != nil {
			return err
		}
	}
	return nil
}

// outcome says how many rows became what, and what to do next.
func (r *run) outcome(p model.Preview, result importJSON, o importOptions) error {
	if err := r.line(importCounts, result.New, result.Updated, result.Unchanged, result.Refused, p.CountEntries(model.ResultNew)); err != nil {
		return err
	}
	if p.CountRecords(model.ResultNew, model.RowOfReceivable)+p.CountRecords(model.ResultNew, model.RowOfPayment) > 0 {
		if err := r.line(importMoney, p.CountRecords(model.ResultNew, model.RowOfReceivable), p.CountRecords(model.ResultNew, model.RowOfPayment), p.CountRecords(model.ResultNew, model.RowOfCustomer)); err != nil {
			return err
		}
	}
	if p.PaidApart {
		if err := r.line(paidApart); err != nil {
			return err
		}
	}
	if p.Document == model.DocumentProject {
		if err := r.line(importProjects, p.CountRecords(model.ResultNew, model.RowOfProject), p.CountRecords(model.ResultNew, model.RowOfStep),
			p.CountRecords(model.ResultUpdated, model.RowOfStep), p.CountRecords(model.ResultNew, model.RowOfCustomer)); err != nil {
			return err
		}
	}
	if p.Document == model.DocumentOrders {
		if err := r.line(importOrders, p.CountRecords(model.ResultNew, model.RowOfOrder), p.CountRecords(model.ResultUpdated, model.RowOfOrder), p.CountRecords(model.ResultNew, model.RowOfCustomer)); err != nil {
			return err
		}
	}
	if n := p.CountContacts(model.ResultNew); n > 0 {
		if err := r.line(importContacts, n); err != nil {
			return err
		}
	}
	if !p.Create && missesCustomers(p) {
		if err := r.line(unknownMissing); err != nil {
			return err
		}
	}
	differing := p.Differing()
	if differing > 0 {
		if err := r.line(leftDiffering, differing); err != nil {
			return err
		}
	}
	var err error
	switch {
	case o.dryRun:
		err = r.line(dryRunOnly)
	case result.Batch != nil:
		err = r.line(importedBatch, *result.Batch)
	case result.Refused == len(p.Rows), result.Refused > 0 && !p.IsIdle():
		err = r.line(nothingWritten)
	case result.Refused > 0:
		err = r.line(refusedNothingNew)
	case differing == 0:
		err = r.line(nothingNew)
	}
	if err == nil && result.RefusedFile != nil {
		err = r.line(refusedWritten, *result.RefusedFile)
	}
	return err
}

// missesCustomers tells that rows are refused for customers who aren't there.
func missesCustomers(p model.Preview) bool {
	return slices.ContainsFunc(p.Rows, func(row model.PreviewRow) bool {
		var fe *model.FieldError
		return errors.As(row.Err, &fe) && fe.Code == model.RefusedUnknown
	})
}
