package org.colloquy.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All claims of names. */
interface NameClaims extends Repository<NameClaim, Long> {

    NameClaim save(NameClaim claim);

    Optional<NameClaim> findById(long id);

    List<NameClaim> findByMemberIdOrderByIdDesc(long member);

    List<NameClaim> findByStateInOrderById(Collection<ClaimView.State> states);

    int countByState(ClaimView.State state);

    @Query("select count(c) > 0 from NameClaim c where c.discussionId = :discussion and c.speakerKey = :key"
            + " and c.state = 'GIVEN'")
    boolean isGiven(long discussion, String key);
}
