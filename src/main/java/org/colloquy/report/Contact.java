package org.colloquy.report;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How to reach who sent a report, where they said so. Moderators read it until it is erased. */
@Entity
@Table(name = "report_contact")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Contact {

    @Id
    private Long reportId;

    private String contact;

    /** For JPA. */
    Contact() {}

    Contact(long reportId, String contact) {
        this.reportId = reportId;
        this.contact = contact;
    }

    long report() {
        return reportId;
    }

    String contact() {
        return contact;
    }
}
