-- Work that goes through stages: templates, and the projects made from them.
-- A project's stages and items are copies, so that templates can be changed.

CREATE TABLE template (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''), name_en TEXT NOT NULL, built_in INTEGER NOT NULL, brief TEXT NOT NULL, remark TEXT NOT NULL
) STRICT;

CREATE TABLE template_stage (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  template_id INTEGER NOT NULL REFERENCES template (id),
  seq INTEGER NOT NULL, name TEXT NOT NULL CHECK (name <> ''), name_en TEXT NOT NULL, phase TEXT NOT NULL, phase_en TEXT NOT NULL,
  days INTEGER NOT NULL, gate INTEGER NOT NULL
) STRICT;
CREATE INDEX template_stage_template ON template_stage (template_id, seq);

CREATE TABLE template_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  template_id INTEGER NOT NULL REFERENCES template (id), stage_id INTEGER NOT NULL REFERENCES template_stage (id),
  seq INTEGER NOT NULL, title TEXT NOT NULL CHECK (title <> ''), title_en TEXT NOT NULL, department TEXT NOT NULL, kind TEXT NOT NULL,
  condition TEXT NOT NULL, fact TEXT NOT NULL, fills TEXT NOT NULL, reopens INTEGER NOT NULL, waits INTEGER NOT NULL, told INTEGER NOT NULL,
  per_order INTEGER NOT NULL, document TEXT NOT NULL, form_row TEXT NOT NULL
) STRICT;
CREATE INDEX template_step_template ON template_step (template_id, stage_id, seq);
CREATE INDEX template_step_stage ON template_step (stage_id);

CREATE TABLE project (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''), customer_id INTEGER NOT NULL REFERENCES customer (id),
  template_id INTEGER NOT NULL, -- 0 = the template is gone
  lead TEXT NOT NULL, form TEXT NOT NULL, new_mould TEXT NOT NULL, software TEXT NOT NULL, software_feasible TEXT NOT NULL,
  demands TEXT NOT NULL, spec TEXT NOT NULL, terms TEXT NOT NULL, currency TEXT NOT NULL, quote INTEGER NOT NULL, lead_time INTEGER NOT NULL,
  brief TEXT NOT NULL, risks TEXT NOT NULL, started_on TEXT NOT NULL, target_on TEXT NOT NULL, remark TEXT NOT NULL,
  state TEXT NOT NULL, state_reason TEXT NOT NULL, state_on TEXT NOT NULL,
  stage INTEGER NOT NULL, stage_on TEXT NOT NULL, round INTEGER NOT NULL,
  template_ref INTEGER AS (nullif(template_id, 0)) VIRTUAL REFERENCES template (id)
) STRICT;
CREATE INDEX project_customer ON project (customer_id);
CREATE INDEX project_template ON project (template_ref);
CREATE INDEX project_state ON project (state, stage);
CREATE INDEX project_name ON project (name);

CREATE TABLE project_stage (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  project_id INTEGER NOT NULL REFERENCES project (id), customer_id INTEGER NOT NULL REFERENCES customer (id),
  seq INTEGER NOT NULL, name TEXT NOT NULL CHECK (name <> ''), name_en TEXT NOT NULL, phase TEXT NOT NULL, phase_en TEXT NOT NULL,
  days INTEGER NOT NULL, gate INTEGER NOT NULL
) STRICT;
CREATE INDEX project_stage_project ON project_stage (project_id, seq);
CREATE INDEX project_stage_customer ON project_stage (customer_id);

CREATE TABLE project_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  project_id INTEGER NOT NULL REFERENCES project (id), customer_id INTEGER NOT NULL REFERENCES customer (id),
  stage_id INTEGER NOT NULL REFERENCES project_stage (id),
  seq INTEGER NOT NULL, title TEXT NOT NULL CHECK (title <> ''), title_en TEXT NOT NULL, department TEXT NOT NULL, kind TEXT NOT NULL,
  condition TEXT NOT NULL, fact TEXT NOT NULL, fills TEXT NOT NULL, reopens INTEGER NOT NULL, waits INTEGER NOT NULL, told INTEGER NOT NULL,
  per_order INTEGER NOT NULL, document TEXT NOT NULL, form_row TEXT NOT NULL,
  round INTEGER NOT NULL, order_no TEXT NOT NULL, filled INTEGER NOT NULL, person TEXT NOT NULL, detail TEXT NOT NULL,
  planned_on TEXT NOT NULL, done_on TEXT NOT NULL, state TEXT NOT NULL, blocked_on TEXT NOT NULL, blocked_reason TEXT NOT NULL,
  progress INTEGER NOT NULL, status TEXT NOT NULL, answer TEXT NOT NULL, attachment TEXT NOT NULL
) STRICT;
CREATE INDEX project_item_project ON project_item (project_id, stage_id, seq);
CREATE INDEX project_item_stage ON project_item (stage_id);
CREATE INDEX project_item_customer ON project_item (customer_id);

CREATE TABLE item_note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  project_id INTEGER NOT NULL REFERENCES project (id), customer_id INTEGER NOT NULL REFERENCES customer (id),
  item_id INTEGER NOT NULL, -- 0 = of the project
  noted_on TEXT NOT NULL, kind TEXT NOT NULL, progress INTEGER NOT NULL, round INTEGER NOT NULL, text TEXT NOT NULL,
  of_item INTEGER AS (nullif(item_id, 0)) VIRTUAL REFERENCES project_item (id)
) STRICT;
CREATE INDEX item_note_project ON item_note (project_id, noted_on);
CREATE INDEX item_note_item ON item_note (of_item);
CREATE INDEX item_note_customer ON item_note (customer_id);

-- The templates that come with the program.
INSERT INTO template (id, created_at, updated_at, name, name_en, built_in, brief, remark) VALUES
  (1, '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 'OEM项目', 'OEM project', 1, 'name
customer_id
lead
form
new_mould
software
software_feasible
demands
spec
terms
quote
lead_time
started_on
target_on
brief
risks', ''),
  (2, '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', '项目受理', 'Application review', 1, 'name
customer_id
lead
demands
started_on
target_on
brief
risks', '');
INSERT INTO template_stage (id, created_at, updated_at, template_id, seq, name, name_en, phase, phase_en, days, gate) VALUES
  (1, '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 1, '需求了解', 'Requirements', '了解客户需求', 'Customer''s requirements', 7, 0),
  (2, '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 2, '商务条件', 'Commercial terms', '了解商务条件', 'Commercial terms', 5, 0),
  (3, '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 3, '项目简介', 'Project brief', '项目简介', 'Project brief', 3, 0),
  (4, '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 4, '产品立项', 'Kick-off', '产品研发阶段', 'Product development', 7, 1),
  (5, '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 5, '研发', 'Development', '产品研发阶段', 'Product development', 30, 0),
  (6, '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 6, '小批量试产', 'Pilot run', '小批量试产', 'Pilot run', 10, 0),
  (7, '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 7, '试产测试', 'Pilot test', '试产产品测试结论', 'Pilot test conclusion', 7, 1),
  (8, '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 8, '试产总结', 'Line review', '产线进行试产总结', 'Line review of the pilot run', 5, 0),
  (9, '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 9, '要货计划', 'Delivery forecast', '要货计划阶段', 'Delivery forecast', 5, 1),
  (10, '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 10, '下单生产', 'Orders and production', '下订单生产阶段', 'Orders and production', 30, 0),
  (11, '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 11, '收货确认', 'Receipt', '客户收货确认', 'Receipt by the customer', 10, 0),
  (12, '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 12, '回款跟催', 'Chasing', '订单回款确认阶段', 'Collection', 30, 0),
  (13, '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 13, '回款确认', 'Collection confirmed', '订单回款确认阶段', 'Collection', 5, 0),
  (14, '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 1, '受理', 'Intake', '', '', 3, 0),
  (15, '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 2, '业务分配', 'Assignment', '', '', 2, 1),
  (16, '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 3, '初审调查', 'Desk review', '', '', 7, 0),
  (17, '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 4, '实地调查', 'Site visit', '', '', 7, 0),
  (18, '2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 5, '结论', 'Conclusion', '', '', 3, 0);
INSERT INTO template_step (created_at, updated_at, template_id, stage_id, seq, title, title_en, department, kind, condition, fact, fills, reopens, waits, told, per_order, document, form_row) VALUES
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 1, 1, '提供产品形态', 'Product form', 'sales', 'plain', '', '', 'form', 0, 0, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 1, 2, '外壳:是否需要重新开模', 'Housing: is a new mould needed?', 'sales', 'plain', 'form!=pcba', '', 'new_mould', 0, 0, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 1, 3, '客户提供ID外观设计', 'Industrial design from the customer', 'sales', 'plain', 'new_mould=yes', '', '', 0, 1, 0, 0, 'ID外观设计', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 1, 4, '客户提供结构设计文档', 'Structure files from the customer', 'sales', 'plain', 'new_mould=yes', '', '', 0, 1, 0, 0, '结构设计文档', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 1, 5, '客户提供丝印文档', 'Silkscreen file from the customer', 'sales', 'plain', 'form!=pcba', '', '', 0, 1, 0, 0, '丝印文档', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 1, 6, '软件定制', 'Software customisation', 'rnd', 'plain', '', '', 'software', 0, 0, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 1, 7, '研发评估软件可行性', 'R&D checks the software''s feasibility', 'rnd', 'plain', 'software', '', 'software_feasible', 0, 0, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 2, 1, '付款条件', 'Payment terms', 'sales', 'plain', '', '', 'terms', 0, 0, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 2, 2, '产品报价', 'Quote', 'sales', 'plain', '', '', 'quote', 0, 0, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 3, 1, '按模板输出项目简介', 'Write the project brief from the template', 'sales', 'plain', '', '', '', 0, 0, 0, 0, '项目简介', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 3, 2, '项目简介交项目负责人', 'Hand the brief to the project lead', 'sales', 'plain', '', '', '', 0, 0, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 3, 3, '签订合作协议', 'Sign the cooperation agreement', 'sales', 'plain', '', '', '', 0, 1, 0, 0, '合作协议', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 4, 1, '组建项目团队', 'Set up the project team', 'rnd', 'plain', '', '', '', 0, 0, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 4, 2, '立项会议', 'Kick-off meeting', 'rnd', 'plain', '', '', '', 0, 0, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 4, 3, '产品立项', 'Kick-off: name, leads, spec, schedule, risks', 'rnd', 'plain', '', '', '', 0, 0, 0, 0, '立项书', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 4, 4, '特殊要求转为作业指导', 'Turn special requirements into working instructions', 'engineering', 'plain', '', '', '', 0, 0, 0, 0, '作业指导书', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 5, 1, '电池', 'Battery', 'rnd', 'module', '', '', '', 0, 0, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 5, 2, '软件', 'Software', 'rnd', 'module', '', '', '', 0, 0, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 5, 3, '结构设计', 'Structure', 'rnd', 'module', '', '', '', 0, 0, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 6, 1, '下试产计划、生产安排', 'Pilot order and production arrangement', 'pilot', 'plain', '', '', '', 0, 0, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 7, 1, '是否满足量产', 'Fit for mass production?', 'quality', 'decision', '', '', '', 5, 0, 0, 0, '试产测试报告', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 8, 1, '问题与修改意见', 'Problems and proposed corrections', 'engineering', 'plain', '', '', '', 0, 0, 0, 0, '试产总结', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 9, 1, '知会交货周期', 'Tell the lead time', 'sales', 'plain', '', '', 'lead_time', 0, 0, 1, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 9, 2, '客户要货预测', 'Forecast from the customer', 'sales', 'plain', '', '', '', 0, 1, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 10, 1, '下单时间', 'Ordered on', 'sales', 'auto', '', 'ordered', '', 0, 1, 0, 1, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 10, 2, '发货', 'Shipped', 'logistics', 'auto', '', 'shipped', '', 0, 0, 0, 1, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 11, 1, '确认收货', 'Receipt confirmed', 'sales', 'auto', '', 'received', '', 0, 0, 0, 1, '', '确认收货、对账、开票'),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 11, 2, '对账', 'Accounts reconciled', 'sales', 'auto', '', 'reconciled', '', 0, 0, 0, 1, '', '确认收货、对账、开票'),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 11, 3, '开票', 'Invoice issued', 'finance', 'auto', '', 'invoiced', '', 0, 0, 0, 1, '', '确认收货、对账、开票'),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 12, 1, '到期前提醒', 'Reminder before the due date', 'sales', 'auto', '', 'reminded', '', 0, 0, 0, 1, '', '回款跟催'),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 12, 2, '到期催款', 'Chasing at the due date', 'sales', 'auto', '', 'chased', '', 0, 0, 0, 1, '', '回款跟催'),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 1, 13, 1, '回款确认', 'Payment confirmed', 'finance', 'auto', '', 'collected', '', 0, 0, 0, 1, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 14, 1, '业务接洽记录', 'Record of the first talk', 'sales', 'plain', '', '', '', 0, 0, 0, 0, '业务接洽记录', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 14, 2, '资料归档清单', 'List of documents', 'sales', 'plain', '', '', '', 0, 0, 0, 0, '资料归档清单', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 14, 3, '信息查询:企业', 'Look-up: company', 'sales', 'plain', '', '', '', 0, 0, 0, 0, '信息查询记录', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 14, 4, '信息查询:股东', 'Look-up: shareholders', 'sales', 'plain', '', '', '', 0, 0, 0, 0, '信息查询记录', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 14, 5, '信息查询:法定代表人', 'Look-up: legal representative', 'sales', 'plain', '', '', '', 0, 0, 0, 0, '信息查询记录', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 14, 6, '信息查询:行业', 'Look-up: industry', 'sales', 'plain', '', '', '', 0, 0, 0, 0, '信息查询记录', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 15, 1, '资料是否齐全、真实、合规', 'Are the documents complete, true and in order?', 'management', 'decision', '', '', '', 1, 0, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 15, 2, '指定承办人', 'Assign it to a person', 'management', 'plain', '', '', 'lead', 0, 0, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 16, 1, '客户基本情况:工商登记', 'Basics: registration', 'sales', 'plain', '', '', '', 0, 0, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 16, 2, '客户基本情况:股东', 'Basics: shareholders', 'sales', 'plain', '', '', '', 0, 0, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 16, 3, '客户基本情况:担保', 'Basics: guarantee', 'sales', 'plain', '', '', '', 0, 0, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 16, 4, '客户基本情况:反担保', 'Basics: counter-guarantee', 'sales', 'plain', '', '', '', 0, 0, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 16, 5, '财务信息', 'Financial information', 'finance', 'plain', '', '', '', 0, 0, 0, 0, '', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 16, 6, '财务分析报告', 'Financial analysis', 'finance', 'plain', '', '', '', 0, 0, 0, 0, '财务分析报告', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 17, 1, '法人访谈记录', 'Interview with the legal representative', 'sales', 'plain', '', '', '', 0, 0, 0, 0, '法人访谈记录', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 17, 2, '企业状况核实:证照与权证原件', 'Company verified: originals of licences and titles', 'sales', 'plain', '', '', '', 0, 0, 0, 0, '企业状况核实', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 17, 3, '财务重要项目核实', 'Key accounts verified', 'finance', 'plain', '', '', '', 0, 0, 0, 0, '财务重要项目核实', ''),
  ('2026-01-01T00:00:00.000000000Z', '2026-01-01T00:00:00.000000000Z', 2, 18, 1, '是否受理', 'Accepted?', 'management', 'decision', '', '', '', 0, 0, 0, 0, '', '');
