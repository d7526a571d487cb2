package cli

import (
	"context"
	"errors"
	"path/filepath"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// textOptions are what the flags of a report say of its text.
type textOptions struct {
	text, keep, afresh bool
	givenTo            string

	template string // the person's own workbook
	filled   bool   // the one that was used last
}

func (r *run) textFlags(cmd *cobra.Command, o *textOptions) {
	cmd.Flags().BoolVar(&o.text, "text", false, r.say(words.UseText))
	cmd.Flags().BoolVar(&o.keep, "keep", false, r.say(words.UseKeep))
	cmd.Flags().BoolVar(&o.afresh, "afresh", false, r.say(words.UseAfresh))
	cmd.Flags().StringVar(&o.template, "template", "", r.say(words.UseTemplate))
	cmd.Flags().BoolVar(&o.filled, "filled", false, r.say(words.UseFilled))
	cmd.Flags().StringVar(&o.givenTo, "given-to", "", r.say(words.UseGivenTo))
}

// asked reports whether the report's text is meant, not its figures.
func (o *textOptions) asked() bool {
	return o.text || o.keep || o.afresh || o.givenTo != "" || o.fills()
}

// fills reports whether the report goes into the person's own workbook.
func (o *textOptions) fills() bool { return o.template != "" || o.filled }

// keptText is the text of a report: as it was kept for the period, unless it is
// to be started afresh or nothing was. found: it was kept.
func (r *run) keptText(ctx context.Context, st model.Store, kind string, page *model.Page, afresh bool) (model.KeptReport, bool, error) {
	kept, err := st.KeptReport(ctx, kind, page.Period.Name(page.Span))
	found := err == nil
	if errors.Is(err, model.ErrNotFound) {
		kept, err = model.KeptReport{Kind: kind, Period: page.Period.Name(page.Span), KeptOn: st.Today()}, nil
	}
	if !found || afresh {
		kept.Text = label.Draft(page, r.lang)
	}
	return kept, found, err
}

// pageText prints, keeps or writes a report as a text.
func (r *run) pageText(ctx context.Context, st model.Store, kind string, page *model.Page, o pageOptions) error {
	kept, _, err := r.keptText(ctx, st, kind, page, o.afresh)
	if err != nil {
		return err
	}
	if o.givenTo != "" {
		kept.GivenTo = model.Clean(o.givenTo)
	}
	keep := o.keep || o.givenTo != ""
	if keep {
		if kept, err = st.KeepReport(ctx, kept); err != nil {
			return r.inWords("report", err)
		}
	}
	if o.fills() {
		err := r.fillReport(ctx, st, model.ReportFilling{Template: o.template, Page: *page, Text: kept}, o.out)
		if err != nil {
			return r.inWords("report", err)
		}
		r.wrote = o.out
	} else if o.out != "" {
		if err := st.ExportKept(ctx, o.out, kept, r.lang.String()); err != nil {
			return err
		}
		r.wrote = o.out
	}
	k, _ := model.KindOf("report")
	switch {
	case o.asJSON:
		return r.json(k.JSON(&kept, "", nil))
	case o.out != "":
		return r.line(words.PageOut, o.out)
	case keep:
		return r.line(words.KeptText, label.KeptTitle(&kept, r.lang), kept.ID)
	}
	return writeString(r.out, kept.Text+"\n")
}

// fillReport writes a report into a workbook, without a name into the one that
// was used last.
func (r *run) fillReport(ctx context.Context, st model.Store, f model.ReportFilling, out string) (err error) {
	if f.Template == "" {
		if f.Template, err = st.ReportTemplate(ctx, f.Text.Kind); err != nil {
			return err
		}
	}
	if f.Template == "" {
		return r.wrong(words.NoTemplate)
	}
	if f.Template, err = filepath.Abs(f.Template); err != nil {
		return err
	}
	return st.FillReport(ctx, out, f, r.lang.String())
}
