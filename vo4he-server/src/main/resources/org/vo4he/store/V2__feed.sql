-- SPDX-License-Identifier: Apache-2.0

-- What was published, superseded and withdrawn: sequence counts from 1 without gaps; the oldest events are dropped.
CREATE TABLE vo4he.feed (
    sequence BIGINT NOT NULL,
    time_millis BIGINT NOT NULL,
    kind VARCHAR NOT NULL,
    did VARCHAR NOT NULL,
    short_id VARCHAR NOT NULL,
    path VARCHAR NOT NULL,
    dataproduct_type VARCHAR,
    media_type VARCHAR NOT NULL,
    file_size BIGINT NOT NULL,
    fingerprint VARCHAR
);

-- What is published already, so that following the feed from its beginning gives all.
INSERT INTO vo4he.feed
SELECT row_number() OVER (ORDER BY p.path, p.hdu_index, p.obs_publisher_did), epoch_ms(get_current_timestamp()),
       'PUBLISHED', p.obs_publisher_did, p.short_id, p.path, o.dataproduct_type, p.media_type, p.file_size, p.fingerprint
FROM vo4he.products p JOIN ivoa.obscore o ON o.obs_publisher_did = p.obs_publisher_did
WHERE p.published = 1 AND p.withdrawn = 0
ORDER BY 1;
