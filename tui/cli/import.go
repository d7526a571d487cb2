package cli

import (
	"context"
	"errors"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// importOptions are what the flags of genjin import say.
type importOptions struct {
	as          string
	mapping     []string
	onDuplicate string
	rows        []string
	refused     string
	dryRun      bool
	keepGood    bool
	create      bool
	plain       bool
	asJSON      bool
	unpaidAs    string
	dates       string
	decimal     string

	reason, paper string // of a change of basic data

	passphraseFile string
}

var (
	documents = append([]string{"customers", model.DocumentJournal, model.DocumentContacts, model.DocumentReceivables,
		model.DocumentPayments, model.DocumentOrders, model.DocumentProducts, model.DocumentProject, model.DocumentForm, model.DocumentList},
		model.ItemDocuments...)
	unpaidAs   = []string{string(model.UnpaidOwed), string(model.UnpaidPaid)}
	dateOrders = texts(model.DateReadings)
	decimals   = texts(model.DecimalReadings)
	duplicates = []string{string(model.DuplicateSkip), string(model.DuplicateUpdate), string(model.DuplicateNew)}
)

func (r *run) importCommand() *cobra.Command {
	var o importOptions
	cmd := &cobra.Command{
		Use: "import FILE... [flags]", Short: r.say(words.AboutImport), Long: r.say(words.LongImport), Example: r.say(words.ExampleImport),
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
			if opts.Choices, err = r.rowChoices(cmd.Context(), st, o.rows, len(args)); err != nil {
				return err
			}
			return r.importFiles(cmd.Context(), st, args, opts, o)
		},
	}
	fs := cmd.Flags()
	fs.StringVar(&o.as, "as", "", r.say(words.UseAs))
	fs.StringArrayVar(&o.mapping, "map", nil, r.say(words.UseMap))
	fs.StringVar(&o.onDuplicate, "on-duplicate", duplicates[0], r.say(words.UseOnDuplicate))
	fs.StringArrayVar(&o.rows, "row", nil, r.say(words.UseRow))
	r.passphraseFlag(fs, &o.passphraseFile)
	fs.StringVar(&o.reason, "reason", "", r.say(words.UseImportReason))
	fs.StringVar(&o.paper, "paper", "", r.say(words.UseEditPaper))
	fs.BoolVar(&o.dryRun, "dry-run", false, r.say(words.UseDryRun))
	fs.BoolVar(&o.create, "create", false, r.say(words.UseCreate))
	fs.BoolVar(&o.plain, "plain", false, r.say(words.UsePlain))
	fs.BoolVar(&o.keepGood, "keep-good", false, r.say(words.UseKeepGood))
	fs.StringVar(&o.refused, "refused", "", r.say(words.UseRefused))
	fs.BoolVar(&o.asJSON, "json", false, r.say(words.UseJSON))
	fs.StringVar(&o.unpaidAs, "unpaid-as", "", r.say(words.UseUnpaidAs))
	fs.StringVar(&o.dates, "dates", "", r.say(words.UseDates))
	fs.StringVar(&o.decimal, "decimal", "", r.say(words.UseDecimal))
	completions(cmd, "dates", dateOrders)
	completions(cmd, "decimal", decimals)
	completions(cmd, "as", documents)
	completions(cmd, "unpaid-as", unpaidAs)
	completions(cmd, "on-duplicate", duplicates)
	return cmd
}

// importOptions checks the flags and turns them into the store's options.
func (r *run) importOptions(o importOptions, files int) (model.ImportOptions, error) {
	opts := model.ImportOptions{
		Map: map[string]string{}, OnDuplicate: model.OnDuplicate(o.onDuplicate), Lang: r.lang.String(), As: o.as,
		Create: o.create, Plain: o.plain,
		Unpaid:   model.UnpaidAs(o.unpaidAs),
		Answers:  model.ReadingAnswers{Dates: model.Reading(o.dates), Decimal: model.Reading(o.decimal)},
		Progress: r.readProgress(), Reason: model.WithPaper(model.CleanNote(o.reason), o.paper),
	}
	if o.as != "" {
		o.as = model.ListCalled(o.as)
		opts.As = o.as
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
	for _, answer := range []struct {
		said string
		of   []string
	}{{o.unpaidAs, unpaidAs}, {o.dates, dateOrders}, {o.decimal, decimals}} {
		if answer.said == "" {
			continue
		}
		if err := r.oneOf(answer.said, answer.of); err != nil {
			return opts, err
		}
	}
	if o.refused != "" && files > 1 {
		return opts, r.wrong(words.RefusedForOne)
	}
	for _, list := range o.mapping {
		for pair := range strings.SplitSeq(list, ",") {
			header, field, ok := strings.Cut(pair, "=")
			header, field = strings.TrimSpace(header), strings.TrimSpace(field)
			if !ok || header == "" || field == "" {
				return opts, r.wrong(words.BadMap, pair)
			}
			if _, _, known := label.ReadMapping(field); !known && field != model.LeftOut {
				return opts, r.wrong(words.BadMapField, field)
			}
			opts.Map[header] = field
		}
	}
	return opts, nil
}

// importFiles takes the files one after the other, each all or nothing. What
// one of them refuses doesn't hold the others back.
func (r *run) importFiles(ctx context.Context, st model.Store, files []string, opts model.ImportOptions, o importOptions) error {
	var results []importJSON
	told := false
	for _, file := range files {
		result, err := r.importFile(ctx, st, file, opts, o)
		if err != nil {
			if len(files) == 1 || ctx.Err() != nil {
				return err
			}
			told = true
			r.complain(file+": "+r.explain(err), err)
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
func (r *run) importFile(ctx context.Context, st model.Store, file string, opts model.ImportOptions, o importOptions) (importJSON, error) {
	var result importJSON
	if o.refused != "" {
		if _, err := os.Lstat(o.refused); err == nil {
			return result, r.failed(words.FileExists, o.refused)
		}
	}
	p, err := st.PreviewImport(ctx, file, opts)
	if errors.Is(err, model.ErrSealed) {
		if opts.Passphrase, err = r.passphrase(ctx, file, o.passphraseFile, false); err != nil {
			return result, err
		}
		p, err = st.PreviewImport(ctx, file, opts)
	}
	if err != nil {
		return result, r.withHeaders(err, p)
	}
	result = r.previewJSON(p, o.dryRun)
	if !o.dryRun {
		if err := r.carryOut(ctx, st, file, p, o, &result); err != nil {
			return result, err
		}
	}
	if o.asJSON {
		return result, nil
	}
	return result, r.previewText(p, result, o)
}

// carryOut writes the refused rows, and only then takes the others: where those
// can't be kept nothing is imported. What was said of the columns is remembered
// for the mended rows too.
func (r *run) carryOut(ctx context.Context, st model.Store, file string, p model.Preview, o importOptions, result *importJSON) error {
	if result.Refused > 0 {
		path, err := p.RefusedName(o.refused), error(nil)
		if o.refused == "" {
			path, err = st.SaveRefused(ctx, file, p)
		} else if _, there := os.Lstat(path); there == nil {
			return r.failed(words.FileExists, path)
		} else {
			err = st.WriteRefused(ctx, path, p)
		}
		if err != nil {
			return because(r.failed(words.RefusedUnwritten, r.explain(err)), err)
		}
		result.RefusedFile = &path
	}
	if len(p.Map) > 0 && !p.Remembered {
		if err := st.KeepMapping(ctx, p); err != nil {
			return err
		}
	}
	if result.Refused > 0 && !o.keepGood {
		return nil
	}
	batch, err := st.Import(ctx, p, o.keepGood)
	if err != nil {
		return err
	}
	result.Batch = idOrNull(batch.ID)
	return nil
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
		_ = writeString(r.Err, r.say(words.Reading, done)+"\n")
	}
}
