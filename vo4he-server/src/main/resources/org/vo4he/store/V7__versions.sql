-- SPDX-License-Identifier: Apache-2.0

-- By which a product is known among its versions, as its product profile says: of those with equal card and key the
-- one with the greatest version is the newest. Empty texts where the file doesn't say. latest is computed on output.
CREATE TABLE vo4he.versions (
    obs_publisher_did VARCHAR NOT NULL,
    profile VARCHAR NOT NULL,
    card VARCHAR NOT NULL,
    unicity_key VARCHAR NOT NULL,
    version VARCHAR NOT NULL,
    latest INTEGER
);

-- Values of the keywords that profiles mark for search.
CREATE TABLE vo4he.search_keywords (
    obs_publisher_did VARCHAR NOT NULL,
    keyword VARCHAR NOT NULL,
    keyword_value VARCHAR NOT NULL
);
