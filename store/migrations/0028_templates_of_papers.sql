-- Templates are of projects, of lists of documents, and of minutes; the built-in
-- ones have a code. A step of a project may open the form of a record, which
-- finishes it when it is filled in; a step of a list of documents is one of them.

ALTER TABLE template ADD COLUMN purpose TEXT NOT NULL DEFAULT 'project';
ALTER TABLE template ADD COLUMN code TEXT NOT NULL DEFAULT '';
ALTER TABLE template_step ADD COLUMN opens TEXT NOT NULL DEFAULT '';
ALTER TABLE template_step ADD COLUMN opens_with TEXT NOT NULL DEFAULT '';
ALTER TABLE template_step ADD COLUMN required INTEGER NOT NULL DEFAULT 0;
ALTER TABLE template_step ADD COLUMN form TEXT NOT NULL DEFAULT '';
ALTER TABLE template_step ADD COLUMN copies INTEGER NOT NULL DEFAULT 0;
ALTER TABLE project_item ADD COLUMN opens TEXT NOT NULL DEFAULT '';
ALTER TABLE project_item ADD COLUMN opens_with TEXT NOT NULL DEFAULT '';
CREATE INDEX project_item_opens ON project_item (customer_id, opens) WHERE opens <> '';

INSERT INTO template (created_at, updated_at, name, name_en, built_in, brief, remark, purpose, code)
SELECT '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', column1, column2, 1, '', '', column3, column4 FROM (VALUES
	('担保项目资料归档清单', 'Guarantee project papers', 'documents', 'guarantee'),
	('代理记账公司资料清单', 'Bookkeeping client papers', 'documents', 'bookkeeping'),
	('业务接洽记录', 'Intake record', 'minutes', 'intake'),
	('法人访谈记录', 'Interview with the legal representative', 'minutes', 'interview'),
	('企业状况核实', 'Company verification', 'minutes', 'company_check'),
	('财务重要项目核实', 'Verification of key accounts', 'minutes', 'accounts_check'),
	('拜访报告', 'Visit report', 'minutes', 'visit_report')
);

INSERT INTO template_stage (created_at, updated_at, template_id, seq, name, name_en, phase, phase_en, days, gate)
SELECT '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', t.id, column2, column3, column4, '', '', 0, 0
FROM template t JOIN (VALUES
	('guarantee', 1, '基础资料', 'Basics'),
	('guarantee', 2, '财务资料', 'Accounts'),
	('guarantee', 3, '经营资料', 'Business'),
	('guarantee', 4, '担保与反担保资料', 'Guarantee and counter-guarantee'),
	('bookkeeping', 1, '证照', 'Licences'),
	('bookkeeping', 2, '印章与账号', 'Seals and accounts'),
	('bookkeeping', 3, '税务', 'Taxes'),
	('bookkeeping', 4, '账务', 'Books'),
	('intake', 1, '接洽', 'Talk'),
	('interview', 1, '人', 'The person'),
	('interview', 2, '企业', 'The company'),
	('company_check', 1, '原件', 'Originals'),
	('company_check', 2, '现场', 'On site'),
	('accounts_check', 1, '资产', 'Assets'),
	('accounts_check', 2, '负债与权益', 'Liabilities and equity'),
	('accounts_check', 3, '损益', 'Result'),
	('visit_report', 1, '拜访', 'Visit')
) ON t.code = column1 AND t.built_in = 1;

INSERT INTO template_step (created_at, updated_at, template_id, stage_id, seq, title, title_en, department, kind, condition, fact,
	fills, reopens, waits, told, per_order, document, form_row, opens, opens_with, required, form, copies)
SELECT '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', t.id, s.id, column3, column4, column5, '', 'plain', '', '',
	'', 0, 0, 0, 0, '', '', '', '', column6, column7, iif(column7 = '', 0, 1)
FROM template t JOIN template_stage s ON s.template_id = t.id JOIN (VALUES
	('guarantee', 1, 1, '营业执照(正副本)', 'Business licence', 1, 'copy'),
	('guarantee', 1, 2, '公司章程及修正案', 'Articles of association', 1, 'copy'),
	('guarantee', 1, 3, '法定代表人身份证', 'ID card of the legal representative', 1, 'copy'),
	('guarantee', 1, 4, '股东身份证或营业执照', 'ID cards or licences of the shareholders', 1, 'copy'),
	('guarantee', 1, 5, '法定代表人及股东配偶身份证、结婚证', 'ID cards and marriage certificates of spouses', 0, 'copy'),
	('guarantee', 1, 6, '开户许可证或基本存款账户信息', 'Account opening permit', 1, 'copy'),
	('guarantee', 1, 7, '验资报告', 'Capital verification report', 0, 'copy'),
	('guarantee', 1, 8, '特种经营许可证', 'Special licences', 0, 'copy'),
	('guarantee', 1, 9, '法定代表人简历', 'CV of the legal representative', 0, 'original'),
	('guarantee', 1, 10, '企业征信报告', 'Credit report of the company', 1, 'original'),
	('guarantee', 1, 11, '法定代表人及股东征信报告', 'Credit reports of representative and shareholders', 1, 'original'),
	('guarantee', 1, 12, '征信查询授权书', 'Consent to credit inquiries', 1, 'original'),
	('guarantee', 1, 13, '股东会(董事会)决议', 'Resolution of the shareholders', 1, 'original'),
	('guarantee', 2, 1, '近三年财务报表或审计报告', 'Accounts or audit reports of three years', 1, 'copy'),
	('guarantee', 2, 2, '最近一期财务报表', 'Latest accounts', 1, 'original'),
	('guarantee', 2, 3, '近六个月银行流水', 'Bank statements of six months', 1, 'original'),
	('guarantee', 2, 4, '近一年纳税申报表及完税凭证', 'Tax returns and receipts of a year', 1, 'copy'),
	('guarantee', 2, 5, '应收、应付、存货明细', 'Receivables, payables and stock in detail', 0, 'original'),
	('guarantee', 2, 6, '贷款及对外担保明细', 'Loans and guarantees given', 0, 'original'),
	('guarantee', 3, 1, '购销合同', 'Purchase and sales contracts', 1, 'copy'),
	('guarantee', 3, 2, '经营场所租赁合同或房产证', 'Lease or title of the premises', 1, 'copy'),
	('guarantee', 3, 3, '水电费单据', 'Water and electricity bills', 0, 'copy'),
	('guarantee', 3, 4, '主要上下游客户清单', 'Main suppliers and customers', 0, 'original'),
	('guarantee', 4, 1, '担保申请书', 'Application', 1, 'original'),
	('guarantee', 4, 2, '抵(质)押物权证', 'Title of the collateral', 1, 'original'),
	('guarantee', 4, 3, '抵押物评估报告', 'Valuation of the collateral', 0, 'original'),
	('guarantee', 4, 4, '反担保人身份及资产证明', 'Identity and assets of the counter-guarantor', 1, 'copy'),
	('guarantee', 4, 5, '反担保合同', 'Counter-guarantee contract', 1, 'original'),
	('bookkeeping', 1, 1, '营业执照(正副本)', 'Business licence', 1, 'copy'),
	('bookkeeping', 1, 2, '公司章程', 'Articles of association', 1, 'copy'),
	('bookkeeping', 1, 3, '法定代表人身份证', 'ID card of the legal representative', 1, 'copy'),
	('bookkeeping', 1, 4, '股东身份证', 'ID cards of the shareholders', 1, 'copy'),
	('bookkeeping', 1, 5, '财务负责人、办税人员身份证', 'ID cards of accountant and tax clerk', 1, 'copy'),
	('bookkeeping', 1, 6, '开户许可证或基本存款账户信息', 'Account opening permit', 1, 'copy'),
	('bookkeeping', 1, 7, '经营场所租赁合同', 'Lease of the premises', 0, 'copy'),
	('bookkeeping', 2, 1, '公章、财务章、发票章、法人章', 'Seals', 0, 'original'),
	('bookkeeping', 2, 2, '税控盘或数电票账号', 'Tax disk or e-invoice account', 1, 'original'),
	('bookkeeping', 2, 3, '网银U盾、回单卡', 'Online banking key and receipt card', 0, 'original'),
	('bookkeeping', 2, 4, '电子税务局账号', 'E-tax account', 1, 'original'),
	('bookkeeping', 2, 5, '社保、公积金账号', 'Social insurance accounts', 0, 'original'),
	('bookkeeping', 3, 1, '税种核定信息', 'Taxes assessed', 1, 'copy'),
	('bookkeeping', 3, 2, '一般纳税人登记表', 'General taxpayer registration', 0, 'copy'),
	('bookkeeping', 3, 3, '银税三方协议', 'Tax payment agreement with the bank', 1, 'original'),
	('bookkeeping', 3, 4, '上期纳税申报表', 'Last tax returns', 1, 'copy'),
	('bookkeeping', 4, 1, '代理记账合同', 'Bookkeeping contract', 1, 'original'),
	('bookkeeping', 4, 2, '上期财务报表', 'Last accounts', 1, 'original'),
	('bookkeeping', 4, 3, '科目余额表', 'Trial balance', 1, 'original'),
	('bookkeeping', 4, 4, '总账、明细账', 'Ledgers', 0, 'original'),
	('bookkeeping', 4, 5, '固定资产清单', 'Fixed assets', 0, 'original'),
	('bookkeeping', 4, 6, '往来款明细', 'Receivables and payables in detail', 0, 'original'),
	('bookkeeping', 4, 7, '库存清单', 'Stock list', 0, 'original'),
	('bookkeeping', 4, 8, '员工花名册及工资表', 'Staff and payroll', 1, 'original'),
	('bookkeeping', 4, 9, '银行对账单', 'Bank statements', 1, 'original'),
	('intake', 1, 1, '接洽方式与介绍人', 'How we met, and through whom', 0, ''),
	('intake', 1, 2, '主营业务与成立时间', 'Main business, and since when', 0, ''),
	('intake', 1, 3, '股东与实际控制人', 'Shareholders and who controls it', 0, ''),
	('intake', 1, 4, '需求:金额、期限、用途', 'What is needed: amount, term, purpose', 0, ''),
	('intake', 1, 5, '还款来源', 'What it is paid back from', 0, ''),
	('intake', 1, 6, '可提供的担保与反担保', 'Guarantees that can be given', 0, ''),
	('intake', 1, 7, '现有借款与对外担保', 'Present loans and guarantees given', 0, ''),
	('intake', 1, 8, '上年与今年的销售额', 'Sales of last year and this year', 0, ''),
	('intake', 1, 9, '何时要', 'By when', 0, ''),
	('intake', 1, 10, '还要补的资料', 'Papers still to come', 0, ''),
	('interview', 1, 1, '履历与从业年限', 'Career, and years in the trade', 0, ''),
	('interview', 1, 2, '家庭与主要资产、负债', 'Family, main assets and debts', 0, ''),
	('interview', 1, 3, '其他投资与对外担保', 'Other investments and guarantees given', 0, ''),
	('interview', 1, 4, '诉讼、处罚与信用记录', 'Lawsuits, penalties and credit record', 0, ''),
	('interview', 2, 1, '创业经过与股东关系', 'How it began, and the shareholders among each other', 0, ''),
	('interview', 2, 2, '主要产品与行业地位', 'Main products and place in the trade', 0, ''),
	('interview', 2, 3, '上下游主要客户与结算方式', 'Main suppliers and customers, and how they pay', 0, ''),
	('interview', 2, 4, '近三年经营变化与原因', 'What changed in three years, and why', 0, ''),
	('interview', 2, 5, '员工与管理团队', 'Staff and management', 0, ''),
	('interview', 2, 6, '本次需求的用途与还款安排', 'What this is for, and how it is paid back', 0, ''),
	('interview', 2, 7, '未来一年的打算与风险', 'Plans and risks of the coming year', 0, ''),
	('company_check', 1, 1, '证照原件与复印件是否一致', 'Do the licences agree with their copies?', 0, ''),
	('company_check', 1, 2, '权证原件(房产、土地、设备)是否一致', 'Do the titles agree (premises, land, machines)?', 0, ''),
	('company_check', 1, 3, '合同与订单原件', 'Originals of contracts and orders', 0, ''),
	('company_check', 2, 1, '实际经营地址与登记是否一致', 'Is the address the registered one?', 0, ''),
	('company_check', 2, 2, '开工情况与设备运转', 'Work and machines running', 0, ''),
	('company_check', 2, 3, '在岗人数与社保人数', 'People at work, and insured', 0, ''),
	('company_check', 2, 4, '库存实物与账面', 'Stock on hand, and in the books', 0, ''),
	('company_check', 2, 5, '水电费与产量是否相称', 'Do electricity and output fit together?', 0, ''),
	('company_check', 2, 6, '现场照片编号', 'Numbers of the photos', 0, ''),
	('company_check', 2, 7, '发现的问题', 'Problems found', 0, ''),
	('accounts_check', 1, 1, '货币资金:对账单与账面', 'Cash: statements and books', 0, ''),
	('accounts_check', 1, 2, '应收账款:前五名、账龄、回函', 'Receivables: five largest, age, confirmations', 0, ''),
	('accounts_check', 1, 3, '其他应收款:内容与关联方', 'Other receivables: what for, related parties', 0, ''),
	('accounts_check', 1, 4, '存货:抽盘', 'Stock: count of samples', 0, ''),
	('accounts_check', 1, 5, '固定资产:权证与发票', 'Fixed assets: titles and invoices', 0, ''),
	('accounts_check', 2, 1, '借款:合同与征信', 'Loans: contracts and credit report', 0, ''),
	('accounts_check', 2, 2, '应付账款:前五名', 'Payables: five largest', 0, ''),
	('accounts_check', 2, 3, '实收资本:到位情况', 'Capital paid in', 0, ''),
	('accounts_check', 2, 4, '或有负债:担保与诉讼', 'Contingent liabilities', 0, ''),
	('accounts_check', 3, 1, '销售收入:申报、开票与流水比对', 'Sales: returns, invoices and bank compared', 0, ''),
	('accounts_check', 3, 2, '调整后的主要数据', 'Main figures as adjusted', 0, ''),
	('visit_report', 1, 1, '拜访目的与达成情况', 'Purpose, and what came of it', 0, ''),
	('visit_report', 1, 2, '见到的人与决策关系', 'Who was met, and who decides', 0, ''),
	('visit_report', 1, 3, '客户现状与需求', 'The customer''s situation and needs', 0, ''),
	('visit_report', 1, 4, '竞争对手情况', 'Competitors', 0, ''),
	('visit_report', 1, 5, '客户提出的问题与要求', 'Questions and demands', 0, ''),
	('visit_report', 1, 6, '我方的承诺', 'What we promised', 0, ''),
	('visit_report', 1, 7, '成交可能与预计时间', 'Chance of a deal, and when', 0, ''),
	('visit_report', 1, 8, '下一步与日期', 'Next step, and when', 0, '')
) ON t.code = column1 AND s.seq = column2 AND t.built_in = 1;

-- The steps of 项目受理, in the template and in the projects that were made from it.
CREATE TEMP TABLE opening AS SELECT column1 AS title, column2 AS opens, column3 AS opens_with FROM (VALUES
	('业务接洽记录', 'minutes', 'template=intake'),
	('资料归档清单', 'document', 'list=guarantee'),
	('信息查询:企业', 'lookup', 'subject=company'),
	('信息查询:股东', 'lookup', 'subject=shareholder'),
	('信息查询:法定代表人', 'lookup', 'subject=legal_rep'),
	('信息查询:行业', 'lookup', 'subject=industry'),
	('客户基本情况:工商登记', 'company', 'licence_no'),
	('客户基本情况:股东', 'company', 'shareholders'),
	('客户基本情况:担保', 'company', 'guarantees'),
	('客户基本情况:反担保', 'company', 'guarantees'),
	('法人访谈记录', 'minutes', 'template=interview'),
	('企业状况核实:证照与权证原件', 'minutes', 'template=company_check'),
	('财务重要项目核实', 'minutes', 'template=accounts_check')
);
UPDATE template_step SET opens = o.opens, opens_with = o.opens_with FROM opening o
WHERE template_step.template_id = 2 AND template_step.title = o.title AND (SELECT built_in FROM template WHERE id = 2) = 1;
UPDATE project_item SET opens = o.opens, opens_with = o.opens_with FROM opening o
WHERE project_item.title = o.title AND project_item.project_id IN (SELECT id FROM project WHERE template_ref = 2)
	AND (SELECT built_in FROM template WHERE id = 2) = 1;
DROP TABLE opening;
