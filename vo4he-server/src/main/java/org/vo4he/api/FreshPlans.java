// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.reprocess.Plan;
import org.vo4he.uws.JobParameter;

/// Plans that were made a moment ago, by the parameters of their jobs: a job whose turn comes at once is not planned
/// again. One that waited is, as its inputs may be others by then. Safe on any thread.
final class FreshPlans {

    private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int MOST = 100;

    private record Made(Plan plan, long nanos) {}

    private final Map<List<JobParameter>, Made> plans = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<JobParameter>, Made> eldest) {
            return size() > MOST;
        }
    };

    synchronized void made(List<JobParameter> parameters, Plan plan) {
        plans.remove(parameters);
        plans.put(parameters, new Made(plan, System.nanoTime()));
    }

    synchronized Optional<Plan> of(List<JobParameter> parameters) {
        return Optional.ofNullable(plans.get(parameters))
                .filter(made -> System.nanoTime() - made.nanos() < FRESH_NANOS)
                .map(Made::plan);
    }
}
