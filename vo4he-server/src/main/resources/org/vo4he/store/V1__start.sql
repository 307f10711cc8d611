-- SPDX-License-Identifier: Apache-2.0
-- A migration is never edited once released: add the next number.

CREATE SCHEMA ivoa;
CREATE SCHEMA vo4he;
CREATE SCHEMA tap_schema;

-- The 60 columns of org.vo4he.obscore.ObsCoreColumn in its order, then the hidden sky index. access_url is computed on
-- output. Rows lie in the order of healpix, but for a tail of new ones (org.vo4he.store.SkyOrder).
CREATE TABLE ivoa.obscore (
    dataproduct_type VARCHAR,
    dataproduct_subtype VARCHAR,
    calib_level INTEGER NOT NULL,
    target_name VARCHAR,
    target_class VARCHAR,
    obs_id VARCHAR NOT NULL,
    obs_title VARCHAR,
    obs_collection VARCHAR NOT NULL,
    obs_creation_date VARCHAR,
    obs_creator_name VARCHAR,
    obs_creator_did VARCHAR,
    obs_release_date VARCHAR,
    obs_publisher_did VARCHAR NOT NULL,
    publisher_id VARCHAR,
    bib_reference VARCHAR,
    data_rights VARCHAR,
    access_url VARCHAR,
    access_format VARCHAR,
    access_estsize BIGINT,
    s_ra DOUBLE,
    s_dec DOUBLE,
    s_fov DOUBLE,
    s_region VARCHAR,
    s_resolution DOUBLE,
    s_xel1 BIGINT,
    s_xel2 BIGINT,
    s_ucd VARCHAR,
    s_unit VARCHAR,
    s_resolution_min DOUBLE,
    s_resolution_max DOUBLE,
    s_calib_status VARCHAR,
    s_stat_error DOUBLE,
    s_pixel_scale DOUBLE,
    t_xel BIGINT,
    t_min DOUBLE,
    t_max DOUBLE,
    t_exptime DOUBLE,
    t_resolution DOUBLE,
    t_calib_status VARCHAR,
    t_stat_error DOUBLE,
    em_xel BIGINT,
    em_ucd VARCHAR,
    em_unit VARCHAR,
    em_calib_status VARCHAR,
    em_min DOUBLE,
    em_max DOUBLE,
    em_res_power DOUBLE,
    em_res_power_min DOUBLE,
    em_res_power_max DOUBLE,
    em_resolution DOUBLE,
    em_stat_error DOUBLE,
    o_ucd VARCHAR,
    o_unit VARCHAR,
    o_calib_status VARCHAR,
    o_stat_error DOUBLE,
    pol_xel BIGINT,
    pol_states VARCHAR,
    facility_name VARCHAR,
    instrument_name VARCHAR,
    proposal_id VARCHAR,
    healpix BIGINT,
    x DOUBLE,
    y DOUBLE,
    z DOUBLE,
    region_x DOUBLE,
    region_y DOUBLE,
    region_z DOUBLE,
    region_radius DOUBLE
);

-- Every file seen, whatever became of it. lookups: what its names led to; consulted: linked files that gave values.
CREATE TABLE vo4he.files (
    path VARCHAR NOT NULL,
    size BIGINT NOT NULL,
    mtime_nanos BIGINT NOT NULL,
    file_key VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    fingerprint VARCHAR,
    described_by VARCHAR NOT NULL,
    lookups VARCHAR NOT NULL,
    consulted VARCHAR NOT NULL,
    content_hash VARCHAR NOT NULL
);

CREATE TABLE vo4he.products (
    obs_publisher_did VARCHAR NOT NULL,
    short_id VARCHAR NOT NULL,
    path VARCHAR NOT NULL,
    hdu_index INTEGER NOT NULL,
    hdu_name VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    published INTEGER NOT NULL,
    obs_collection VARCHAR NOT NULL,
    file_size BIGINT NOT NULL,
    media_type VARCHAR NOT NULL,
    fingerprint VARCHAR,
    declared_did VARCHAR,
    withdrawn INTEGER NOT NULL
);

-- What a product's page shows: values with origins, the file's own words, the tags' publisher columns, provenance.
CREATE TABLE vo4he.details (
    did VARCHAR NOT NULL,
    origins VARCHAR NOT NULL,
    native_values VARCHAR NOT NULL,
    declared VARCHAR NOT NULL,
    provenance VARCHAR
);

CREATE TABLE vo4he.links (
    did VARCHAR NOT NULL,
    keyword VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    target_path VARCHAR
);

CREATE TABLE vo4he.findings (
    path VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    code VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    message VARCHAR NOT NULL
);

-- Facts about the store itself: name and value.
CREATE TABLE vo4he.facts (name VARCHAR NOT NULL, value VARCHAR NOT NULL);

-- TAP 1.1, section 4. The content is written from org.vo4he.store.PublicSchema.
CREATE TABLE tap_schema.schemas (
    schema_name VARCHAR NOT NULL,
    utype VARCHAR,
    description VARCHAR,
    schema_index INTEGER
);

CREATE TABLE tap_schema.tables (
    schema_name VARCHAR NOT NULL,
    table_name VARCHAR NOT NULL,
    table_type VARCHAR NOT NULL,
    utype VARCHAR,
    description VARCHAR,
    table_index INTEGER
);

CREATE TABLE tap_schema.columns (
    table_name VARCHAR NOT NULL,
    column_name VARCHAR NOT NULL,
    datatype VARCHAR NOT NULL,
    arraysize VARCHAR,
    xtype VARCHAR,
    "size" INTEGER,
    description VARCHAR,
    utype VARCHAR,
    unit VARCHAR,
    ucd VARCHAR,
    indexed INTEGER NOT NULL,
    principal INTEGER NOT NULL,
    std INTEGER NOT NULL,
    column_index INTEGER
);

CREATE TABLE tap_schema.keys (
    key_id VARCHAR NOT NULL,
    from_table VARCHAR NOT NULL,
    target_table VARCHAR NOT NULL,
    description VARCHAR,
    utype VARCHAR
);

CREATE TABLE tap_schema.key_columns (
    key_id VARCHAR NOT NULL,
    from_column VARCHAR NOT NULL,
    target_column VARCHAR NOT NULL
);
