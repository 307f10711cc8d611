-- SPDX-License-Identifier: Apache-2.0

-- ivoa.obscore_hea: a row for each of ivoa.obscore, with the columns of the high-energy extension of
-- org.vo4he.obscore.ObsCoreColumn in its order.
CREATE TABLE ivoa.obscore_hea (
    obs_publisher_did VARCHAR NOT NULL,
    ev_xel BIGINT,
    s_ref_energy DOUBLE,
    em_ref_energy DOUBLE,
    s_ref_oaa DOUBLE,
    em_ref_oaa DOUBLE,
    t_intervals VARCHAR,
    energy_min DOUBLE,
    energy_max DOUBLE,
    obs_mode VARCHAR,
    tracking_mode VARCHAR,
    scan_mode VARCHAR,
    pointing_mode VARCHAR,
    analysis_mode VARCHAR,
    event_type VARCHAR,
    messenger_name VARCHAR,
    messenger_pdgid VARCHAR,
    flux_model VARCHAR,
    energy_band VARCHAR
);

-- What is published already has its row at once and its values with the next harvest.
INSERT INTO ivoa.obscore_hea (obs_publisher_did) SELECT obs_publisher_did FROM ivoa.obscore;
