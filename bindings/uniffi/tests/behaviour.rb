# What a corpus cannot say of the Ruby that uniffi writes: what records print.

require 'payymo'

tokens = Payymo::SessionTokens.new(access: 'access-token', refresh: 'refresh-token', access_expires: 1, refresh_expires: 2)
options = Payymo::Options.new(audit_salt: 'salt-of-the-host', threads: 3)
[tokens.to_s, tokens.inspect, [tokens].inspect, options.to_s, options.inspect].each do |shown|
  raise shown unless shown.include?('***') && !shown.include?('-token') && !shown.include?('salt-of')
end
raise tokens.to_s unless tokens.to_s.include?('refresh_expires: 2')
raise 'a secret is there all the same' unless tokens.access == 'access-token' && options.audit_salt == 'salt-of-the-host'
puts 'uniffi (Ruby): behaviour is right'
