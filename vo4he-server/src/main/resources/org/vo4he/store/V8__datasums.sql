-- SPDX-License-Identifier: Apache-2.0

-- DATASUM of products, as the card of their HDU has it: what provenance that records no more than that leads to.
CREATE TABLE vo4he.datasums (
    did VARCHAR NOT NULL,
    checksum VARCHAR NOT NULL,
    size BIGINT NOT NULL,
    plain_name VARCHAR NOT NULL
);
