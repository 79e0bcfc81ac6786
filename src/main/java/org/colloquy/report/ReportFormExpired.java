package org.colloquy.report;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.colloquy.account.ExpiredForm;
import org.springframework.stereotype.Component;

/** A report or an appeal whose form had expired comes back in a fresh form: nothing typed is lost. */
@Component
class ReportFormExpired implements ExpiredForm {

    @Override
    public Optional<String> shownAt(HttpServletRequest refused) {
        String path = refused.getRequestURI().substring(refused.getContextPath().length());
        return path.matches("/report(/receipt/[^/]+|/appeal)?") ? Optional.of(path + "/expired") : Optional.empty();
    }
}
