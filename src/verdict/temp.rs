//! Temporary.
use crate::value::*;
use rust_decimal::Decimal;
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Comparison {Same, Within, Differs, Incomparable}
fn base(v:&Value)->Option<(Decimal,Decimal)>{
    let b=|d:Decimal| v.unit.map_or(d,|u|u.to_base(d));
    match &v.amount { Amount::One(d)=>Some((b(*d),b(*d))), Amount::Between(Some(a),Some(c))=>Some((b(*a),b(*c))), _=>None }
}
pub fn compare(s:&Value,f:&Value,_:jiff::civil::Date)->Comparison{
    if s.unit.map(|u|u.group())!=f.unit.map(|u|u.group()) {return Comparison::Incomparable}
    if s.dimension==Dimension::Money && s.unit!=f.unit {return Comparison::Incomparable}
    match (base(s),base(f)) {
        (Some(a),Some(b)) => {
            if a==b && s.relation!=Relation::MoreThan && s.relation!=Relation::LessThan {return Comparison::Same}
            match s.relation {
                Relation::MoreThan|Relation::AtLeast if b.0>a.1 => Comparison::Within,
                Relation::LessThan|Relation::AtMost|Relation::Almost if b.1<a.0 => Comparison::Within,
                Relation::About if (a.0-b.0).abs()*Decimal::from(10)<=b.0 => Comparison::Within,
                _ if f.relation==Relation::AtMost && a.1<=b.1 => Comparison::Within,
                _ if f.relation==Relation::AtLeast && a.0>=b.0 => Comparison::Within,
                _ => Comparison::Differs
            }
        }
        _ => if s.amount==f.amount {Comparison::Same} else if s.dimension==Dimension::Date {Comparison::Incomparable} else {Comparison::Differs}
    }
}
pub fn print(m:&Value,_s:&Value,_:crate::text::Lang)->String{ notation(m).unwrap_or_default() }
