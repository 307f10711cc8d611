// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.Test;

/// [Logging]: what an operator finds on standard error without asking for more.
class LoggingTest {

    @Test
    void whatBefallsJobsIsToldAndWhatIsOrdinaryElsewhereIsNot() {
        LoggerContext context = new LoggerContext();
        Logging logging = new Logging();
        logging.setContext(context);

        logging.configure(context);

        assertThat(context.getLogger("org.vo4he.api.ReprocessRunner").isInfoEnabled())
                .isTrue();
        assertThat(context.getLogger("org.vo4he.uws.Workers").isInfoEnabled()).isTrue();
        assertThat(context.getLogger("org.vo4he.harvest.Harvest").isInfoEnabled())
                .isFalse();
        assertThat(context.getLogger("org.vo4he.harvest.Harvest").isWarnEnabled())
                .isTrue();
    }
}
