-- SPDX-License-Identifier: Apache-2.0

-- UsageDescription and GenerationDescription of IVOA ProvenanceDM 1.0: the parts that files play in a program.
CREATE OR REPLACE VIEW provenance.used AS
SELECT DISTINCT u.activity AS u_activity_id, e.entity AS u_entity_id, u.role AS u_role, u.place AS u_index,
    lower(e.matched) AS u_matched, a.a_description || '#used-' || url_encode(u.role) AS u_description
FROM vo4he.prov_used u
JOIN vo4he.prov_entities e ON e.product = u.product AND e.ref = u.ref
JOIN provenance.activity a ON a.a_id = u.activity;

CREATE OR REPLACE VIEW provenance.wasgeneratedby AS
SELECT DISTINCT e.entity AS wgb_entity_id, g.activity AS wgb_activity_id, g.role AS wgb_role, g.place AS wgb_index,
    lower(e.matched) AS wgb_matched, a.a_description || '#made-' || url_encode(g.role) AS wgb_description
FROM vo4he.prov_generations g
JOIN vo4he.prov_entities e ON e.product = g.product AND e.ref = g.ref
JOIN provenance.activity a ON a.a_id = g.activity;

CREATE VIEW provenance.usagedescription AS
SELECT DISTINCT u.u_description AS ud_id, u.u_role AS ud_role,
    if(u.u_role = 'calibration', 'Calibration', NULL) AS ud_type, a.a_description AS ud_activitydescription_id
FROM provenance.used u JOIN provenance.activity a ON a.a_id = u.u_activity_id WHERE u.u_role IS NOT NULL;

CREATE VIEW provenance.generationdescription AS
SELECT DISTINCT g.wgb_description AS gd_id, g.wgb_role AS gd_role, a.a_description AS gd_activitydescription_id
FROM provenance.wasgeneratedby g JOIN provenance.activity a ON a.a_id = g.wgb_activity_id WHERE g.wgb_role IS NOT NULL;
