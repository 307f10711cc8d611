-- SPDX-License-Identifier: Apache-2.0

-- The classes of IVOA ProvenanceDM 1.0 (REC 2020-04-11) as tables, under the names that the draft of ProvTAP gives them:
-- described in org.vo4he.store.ProvenanceTables. What several products tell of one file or run is one row.
CREATE SCHEMA provenance;

CREATE VIEW provenance.entity AS
SELECT p.obs_publisher_did AS e_id, regexp_extract(p.path, '[^/]*$') AS e_name, 'DatasetEntity' AS e_type,
    p.path AS e_location, TRY_CAST(o.obs_creation_date AS TIMESTAMP) AS e_generatedattime,
    if(p.withdrawn = 1, 'withdrawn', NULL) AS e_comment, o.data_rights AS e_rights
FROM vo4he.products p LEFT JOIN ivoa.obscore o ON o.obs_publisher_did = p.obs_publisher_did
UNION ALL
SELECT entity, min(name), if(bool_or(members IS NOT NULL), 'Collection', 'DatasetEntity'), min(location), NULL,
    min(description), NULL
FROM vo4he.prov_entities WHERE matched IN ('AMBIGUOUS', 'NONE') GROUP BY entity;

CREATE VIEW provenance.activity AS
SELECT activity AS a_id, min(name) AS a_name, min(TRY_CAST(started AS TIMESTAMP)) AS a_starttime,
    min(TRY_CAST(ended AS TIMESTAMP)) AS a_endtime,
    coalesce('read from ' || min(observed), 'exit code ' || min(exit_code)) AS a_comment,
    'urn:vo4he:program:' || url_encode(min(name)) || coalesce(':' || url_encode(min(version)), '') AS a_description
FROM vo4he.prov_activities GROUP BY activity;

CREATE VIEW provenance.activitydescription AS
SELECT DISTINCT 'urn:vo4he:program:' || url_encode(name) || coalesce(':' || url_encode(version), '') AS ad_id,
    name AS ad_name, version AS ad_version
FROM (SELECT min(name) AS name, min(version) AS version FROM vo4he.prov_activities GROUP BY activity);

CREATE VIEW provenance.agent AS
SELECT agent AS ag_id, min(name) AS ag_name, if(min(kind) = 'SOFTWARE', 'SoftwareAgent', NULL) AS ag_type,
    if(min(kind) = 'HOST', 'computer', 'version ' || min(version)) AS ag_comment
FROM vo4he.prov_agents GROUP BY agent
UNION ALL
SELECT DISTINCT publisher_id, publisher_id, 'Organization', NULL FROM ivoa.obscore WHERE publisher_id IS NOT NULL
UNION ALL
SELECT DISTINCT 'urn:vo4he:creator:' || url_encode(obs_creator_name), obs_creator_name, NULL, NULL
FROM ivoa.obscore WHERE obs_creator_name IS NOT NULL;

CREATE VIEW provenance.used AS
SELECT DISTINCT u.activity AS u_activity_id, e.entity AS u_entity_id, u.role AS u_role, u.place AS u_index,
    lower(e.matched) AS u_matched
FROM vo4he.prov_used u JOIN vo4he.prov_entities e ON e.product = u.product AND e.ref = u.ref;

CREATE VIEW provenance.wasgeneratedby AS
SELECT DISTINCT e.entity AS wgb_entity_id, g.activity AS wgb_activity_id, g.role AS wgb_role, g.place AS wgb_index,
    lower(e.matched) AS wgb_matched
FROM vo4he.prov_generations g JOIN vo4he.prov_entities e ON e.product = g.product AND e.ref = g.ref;

CREATE VIEW provenance.wasderivedfrom AS
SELECT DISTINCT e.entity AS wdf_entity_id, f.entity AS wdf_usedentity_id
FROM vo4he.prov_derivations d
JOIN vo4he.prov_entities e ON e.product = d.product AND e.ref = d.ref
JOIN vo4he.prov_entities f ON f.product = d.product AND f.ref = d.from_ref;

CREATE VIEW provenance.wasinformedby AS
SELECT DISTINCT activity AS wib_informed_id, former AS wib_informant_id FROM vo4he.prov_successions;

CREATE VIEW provenance.wasassociatedwith AS
SELECT DISTINCT activity AS waw_activity_id, agent AS waw_agent_id, role AS waw_role FROM vo4he.prov_associations;

CREATE VIEW provenance.wasattributedto AS
SELECT obs_publisher_did AS wat_entity_id, publisher_id AS wat_agent_id, 'publisher' AS wat_role
FROM ivoa.obscore WHERE publisher_id IS NOT NULL
UNION ALL
SELECT obs_publisher_did, 'urn:vo4he:creator:' || url_encode(obs_creator_name), 'creator'
FROM ivoa.obscore WHERE obs_creator_name IS NOT NULL;

CREATE VIEW provenance.parameter AS
SELECT activity || '#' || place AS p_id, activity AS p_activity_id, min(name) AS p_name, min(value) AS p_value,
    activity || '#' || place AS p_description
FROM vo4he.prov_settings GROUP BY activity, place;

CREATE VIEW provenance.parameterdescription AS
SELECT activity || '#' || place AS pd_id, min(name) AS pd_name, min(description) AS pd_annotation, min(unit) AS pd_unit
FROM vo4he.prov_settings GROUP BY activity, place;

-- Whether a product carries provenance is asked with each of its links.
CREATE INDEX prov_generations_by_product ON vo4he.prov_generations (product);
