package fairway.onetoone;

import org.springframework.data.repository.Repository;

interface PostponementRepository extends Repository<Postponement, Long> {

    Postponement save(Postponement postponement);
}
