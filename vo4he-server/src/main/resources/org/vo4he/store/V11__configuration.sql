-- SPDX-License-Identifier: Apache-2.0

-- WasConfiguredBy and ConfigFile of IVOA ProvenanceDM 1.0. What is recorded of a run tells its parameters, and of its
-- files what they were to it; nothing tells a file that configures from one that is read: there are no rows of those.
CREATE VIEW provenance.configfile AS
SELECT NULL::VARCHAR AS cf_id, NULL::VARCHAR AS cf_name, NULL::VARCHAR AS cf_location, NULL::VARCHAR AS cf_comment,
    NULL::VARCHAR AS cf_description WHERE false;

CREATE VIEW provenance.configfiledescription AS
SELECT NULL::VARCHAR AS cfd_id, NULL::VARCHAR AS cfd_name, NULL::VARCHAR AS cfd_contenttype,
    NULL::VARCHAR AS cfd_activitydescription_id WHERE false;

CREATE VIEW provenance.wasconfiguredby AS
SELECT p_activity_id AS wcb_activity_id, 'Parameter' AS wcb_artefacttype, p_id AS wcb_parameter_id,
    NULL::VARCHAR AS wcb_configfile_id FROM provenance.parameter
UNION ALL SELECT NULL, 'ConfigFile', NULL, cf_id FROM provenance.configfile;
