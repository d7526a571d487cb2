package label

import "genjin/model"

var scanKinds = map[string]word{
	model.ScanDial: of("拨打", "dial"), model.ScanCard: of("存名片", "save the card"), model.ScanText: of("文字", "text"),
	model.ScanBank: of("收款账户", "bank details"),
}

// ScanKind is what a QR code is for.
func ScanKind(kind string, l Lang) string { return scanKinds[kind].in(l) }
