-- SPDX-License-Identifier: Apache-2.0

-- When products were withdrawn; of those that were withdrawn before this was noted, as far as the feed tells.
CREATE TABLE vo4he.withdrawals (
    did VARCHAR NOT NULL,
    time_millis BIGINT NOT NULL
);

INSERT INTO vo4he.withdrawals
SELECT p.obs_publisher_did, max(f.time_millis)
FROM vo4he.products p JOIN vo4he.feed f ON f.did = p.obs_publisher_did AND f.kind = 'WITHDRAWN'
WHERE p.withdrawn = 1
GROUP BY p.obs_publisher_did;
