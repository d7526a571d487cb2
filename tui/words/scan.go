package words

// The words of QR codes for the phone.
var (
	ScanShow    = T{"照样显示", "show it all the same"}
	ScanNext    = T{"下一个", "the next one"}
	ScanBefore  = T{"上一个", "the one before"}
	ScanFile    = T{"写成网页", "write a page"}
	ScanWritten = T{"二维码已写到 %s,用浏览器打开再扫", "the code is in %s; open it in a browser and scan it"}
	ScanMasked  = T{"个人信息现在是遮住的,二维码会让旁边的人也扫得到。enter 照样显示,esc 关闭",
		"private data is masked now, and anybody beside you could scan the code; enter shows it all the same, esc closes"}
	ScanTooLarge = T{"窗口放不下这个二维码(要 %d 列 × %d 行)。把窗口放大或字号调小,或按 x 写成网页,用浏览器打开再扫",
		"the window is too small for this code (it takes %d columns × %d rows); enlarge it or use smaller letters, or x writes a page to be " +
			"scanned in the browser"}
	ScanTooLong = T{"内容太长,一个二维码装不下。请删短,或改用复制(y)", "the text is too long for a code; shorten it, or copy it (y)"}
	ScanName    = T{"手机扫码", "QR code for the phone"}
	ScanNothing = T{"没有电话也没有邮箱,没有可扫的;按 e 补上电话", "there is no phone and no e-mail to scan; e fills them in"}
)
