// SPDX-License-Identifier: Apache-2.0
/// `/events`: what was published, superseded and withdrawn, for others to follow.
///
/// Knows nothing of how events come about: it reads [org.vo4he.store.Feed]. Start at
/// [org.vo4he.feed.EventsService].
package org.vo4he.feed;
