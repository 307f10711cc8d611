-- SPDX-License-Identifier: Apache-2.0

-- The graph of each product's provenance (org.vo4he.provenance.ProvGraph), in rows; product is the DID of the one that
-- carries the document. What a product told stays when the product is withdrawn: the making of others is traced through it.

-- ref: as the document calls it; alone: the same for all documents that tell of one run. entity: the product of this
-- archive that is meant, else alone; matched: how that was found, a name of org.vo4he.store.EntityMatch. plain_name,
-- target_path, candidates: what the name alone led to.
CREATE TABLE vo4he.prov_entities (
    product VARCHAR NOT NULL,
    ref VARCHAR NOT NULL,
    alone VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    did VARCHAR,
    location VARCHAR,
    checksum VARCHAR,
    size BIGINT,
    description VARCHAR,
    members BIGINT,
    plain_name VARCHAR NOT NULL,
    target_path VARCHAR,
    candidates INTEGER NOT NULL,
    entity VARCHAR NOT NULL,
    matched VARCHAR NOT NULL
);

CREATE TABLE vo4he.prov_activities (
    product VARCHAR NOT NULL,
    place INTEGER NOT NULL,
    activity VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    version VARCHAR,
    image VARCHAR,
    started VARCHAR,
    ended VARCHAR,
    exit_code VARCHAR,
    observed VARCHAR
);

CREATE TABLE vo4he.prov_settings (
    product VARCHAR NOT NULL,
    activity VARCHAR NOT NULL,
    place INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    unit VARCHAR,
    description VARCHAR,
    editable INTEGER NOT NULL
);

CREATE TABLE vo4he.prov_agents (
    product VARCHAR NOT NULL,
    agent VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    version VARCHAR
);

CREATE TABLE vo4he.prov_used (
    product VARCHAR NOT NULL,
    activity VARCHAR NOT NULL,
    ref VARCHAR NOT NULL,
    role VARCHAR,
    place INTEGER,
    editable INTEGER NOT NULL
);

CREATE TABLE vo4he.prov_generations (
    product VARCHAR NOT NULL,
    ref VARCHAR NOT NULL,
    activity VARCHAR NOT NULL,
    role VARCHAR,
    place INTEGER,
    basis VARCHAR NOT NULL
);

CREATE TABLE vo4he.prov_derivations (
    product VARCHAR NOT NULL,
    ref VARCHAR NOT NULL,
    from_ref VARCHAR NOT NULL
);

CREATE TABLE vo4he.prov_associations (
    product VARCHAR NOT NULL,
    activity VARCHAR NOT NULL,
    agent VARCHAR NOT NULL,
    role VARCHAR NOT NULL
);

CREATE TABLE vo4he.prov_successions (
    product VARCHAR NOT NULL,
    activity VARCHAR NOT NULL,
    former VARCHAR NOT NULL
);
