-- The financial steps of 项目受理 open the customer's accounts: the figures, and the
-- analysis that is written of them.
CREATE TEMP TABLE opening AS SELECT column1 AS title, column2 AS opens_with FROM (VALUES
	('财务信息', 'current_assets'),
	('财务分析报告', 'analysis')
);
UPDATE template_step SET opens = 'accounts', opens_with = o.opens_with FROM opening o
WHERE template_step.template_id = 2 AND template_step.title = o.title AND template_step.opens = ''
	AND (SELECT built_in FROM template WHERE id = 2) = 1;
UPDATE project_item SET opens = 'accounts', opens_with = o.opens_with FROM opening o
WHERE project_item.title = o.title AND project_item.opens = '' AND (SELECT built_in FROM template WHERE id = 2) = 1
	AND project_item.project_id IN (SELECT id FROM project WHERE template_ref = 2);
DROP TABLE opening;
