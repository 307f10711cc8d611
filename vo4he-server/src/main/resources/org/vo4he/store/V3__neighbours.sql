-- SPDX-License-Identifier: Apache-2.0

-- The observation that a product says it belongs to, and the source in it; '' for a product of the whole field.
CREATE TABLE vo4he.observations (
    did VARCHAR NOT NULL,
    observation VARCHAR NOT NULL,
    source VARCHAR NOT NULL
);

-- What is told of a product and of what belongs to it, ready to be read with one look: made by
-- org.vo4he.store.Neighbourhoods from the other tables, in the transaction that changes those. One row for each DID,
-- declared DID, and group of products of one observation; key is a hash of the name.
CREATE TABLE vo4he.neighbours (
    key BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    content VARCHAR NOT NULL
);

CREATE INDEX neighbours_by_key ON vo4he.neighbours (key);
